// SPDX-License-Identifier: Apache-2.0

/// Where the register's columns stand, counted from 1.
struct RegisterColumns {
  let unit: Int
  let name: Int
  let industry: Int
  let enters: Int?
  let leaves: Int?
  /// By position in `RegisterFlags`.
  let flags: [Int]
  /// In the layout's order.
  let attributes: [Int]

  /// - Returns: `nil` where one is missing.
  init?(_ layout: RegisterLayout, in header: DefinitionHeader) {
    guard let unit = header.column(of: layout.unit), let name = header.column(of: layout.name),
      let industry = header.column(of: layout.industry)
    else { return nil }
    (self.unit, self.name, self.industry) = (unit, name, industry)
    enters = layout.enters.flatMap(header.column(of:))
    leaves = layout.leaves.flatMap(header.column(of:))
    flags = layout.flags.compactMap(header.column(of:))
    attributes = layout.attributes.compactMap { attribute in
      attribute.headers.lazy.compactMap(header.column(of:)).first
    }
    guard flags.count == layout.flags.count, attributes.count == layout.attributes.count else {
      return nil
    }
  }

  /// The headers that must be there; of an attribute the one that is, else the first.
  static func required(_ layout: RegisterLayout, in header: DefinitionHeader) -> [String] {
    let attributes = layout.attributes.map { attribute in
      attribute.headers.first { header.column(of: $0) != nil } ?? attribute.headers[0]
    }
    return [layout.unit, layout.name, layout.industry] + attributes
      + [layout.enters, layout.leaves].compactMap(\.self) + layout.flags
  }
}

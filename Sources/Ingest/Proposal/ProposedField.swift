// SPDX-License-Identifier: Apache-2.0
import Statistics

/// A label above the table and what stands behind it.
struct ProposedField {
  let label: String
  let text: String

  /// The first field of that kind whose value is the code of a unit.
  static func unit(_ preamble: Preamble) -> ProposedField? {
    find(["统一社会信用代码", "组织机构代码", "法人单位代码", "单位代码"], preamble) {
      UnitCode($0) != nil && $0.utf8.count >= 8
    }
  }

  static func find(
    _ labels: [String], _ preamble: Preamble, where fits: (String) -> Bool = { !$0.isEmpty }
  ) -> ProposedField? {
    for label in labels {
      if let field = preamble.field([label]), fits(field.text) {
        return ProposedField(label: label, text: field.text)
      }
    }
    return nil
  }
}

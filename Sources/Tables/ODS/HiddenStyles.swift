// SPDX-License-Identifier: Apache-2.0

/// The names of the table styles that hide a sheet (`table:display="false"`).
struct HiddenStyles {
  private var names: Set<[UInt8]> = []
  private var size = 0

  mutating func add(_ name: [UInt8], limits: TableLimits) throws(TableProblem) {
    size += name.count
    if size > limits.markupBytes { throw .limit("markupBytes", limits.markupBytes) }
    names.insert(name)
  }

  func contains(_ name: UnsafeBufferPointer<UInt8>?) -> Bool {
    guard let name, !names.isEmpty else { return false }
    return names.contains(Array(name))
  }
}

// SPDX-License-Identifier: Apache-2.0

/// What a cell's tag says. The values are valid only during the call that brings the tag.
struct OpenDocumentCell {
  enum ValueType {
    /// Also a type that the standard does not know.
    case none
    /// `float`, `percentage` and `currency`, which differ in how they are shown.
    case number
    case date, time, boolean, string
    /// A cell that has none, whatever it shows (ODF 1.3).
    case void
  }

  private(set) var type = ValueType.none
  /// In the attribute that belongs to the type.
  private(set) var value: UnsafeBufferPointer<UInt8>?
  /// LibreOffice says so; its `office:value-type` is an empty string then.
  private(set) var isError = false
  private(set) var hasFormula = false
  private(set) var columns = 1
  private(set) var columnSpan = 1
  private(set) var rowSpan = 1

  /// - Throws: a count that is none, as a problem without a place.
  init(_ element: XMLElement, _ names: OpenDocumentNames) throws(TableProblem) {
    for index in 0..<element.attributeCount {
      let attribute = element.attribute(at: index)
      if attribute.namespace == names.office {
        readOffice(attribute, names)
      } else if attribute.namespace == names.table {
        try readTable(attribute, names)
      } else if attribute.namespace == names.calcext && attribute.name == names.valueType {
        isError = attribute.value.equals("error")
      }
    }
  }

  private mutating func readOffice(_ attribute: XMLAttribute, _ names: OpenDocumentNames) {
    let name = attribute.name
    if name == names.valueType {
      type = ValueType(attribute.value)
    } else if name == names.value || name == names.dateValue || name == names.timeValue
      || name == names.booleanValue || name == names.stringValue
    {
      // Programs write only the one that belongs to the type, as the schema demands.
      value = attribute.value
    }
  }

  private mutating func readTable(
    _ attribute: XMLAttribute, _ names: OpenDocumentNames
  ) throws(TableProblem) {
    let name = attribute.name
    if name == names.columnsRepeated {
      columns = try openDocumentCount(attribute.value)
    } else if name == names.columnsSpanned {
      columnSpan = try openDocumentCount(attribute.value)
    } else if name == names.rowsSpanned {
      rowSpan = try openDocumentCount(attribute.value)
    } else if name == names.formula {
      hasFormula = true
    }
  }
}

extension OpenDocumentCell.ValueType {
  init(_ name: UnsafeBufferPointer<UInt8>) {
    if name.equals("float") || name.equals("percentage") || name.equals("currency") {
      self = .number
    } else if name.equals("string") {
      self = .string
    } else if name.equals("date") {
      self = .date
    } else if name.equals("time") {
      self = .time
    } else if name.equals("boolean") {
      self = .boolean
    } else {
      self = name.equals("void") ? .void : .none
    }
  }
}

/// A count of rows, columns or blanks. A count of 0, which the schema forbids, is 1 in all programs.
///
/// One beyond all bounds counts as 2³¹, so that sums of such counts stay in an `Int`.
func openDocumentCount(_ bytes: UnsafeBufferPointer<UInt8>) throws(TableProblem) -> Int {
  var value = 0
  for byte in bytes {
    guard (48...57).contains(byte) else { throw notACount(bytes) }
    value = min(value * 10 + Int(byte - 48), 1 << 31)
  }
  if bytes.isEmpty { throw notACount(bytes) }
  return max(value, 1)
}

private func notACount(_ bytes: UnsafeBufferPointer<UInt8>) -> TableProblem {
  let text = String(decoding: bytes.prefix(32), as: UTF8.self)
  return TableProblem(.damagedTable, detail: "\"\(text)\" is not a count")
}

// SPDX-License-Identifier: Apache-2.0

/// What a cell's attributes say of it: the spans, and the value that Excel or Calc notes.
struct HTMLMarks {
  enum Value {
    case number, boolean, error, text
    case date(DateFormat)
  }

  /// 1 to 1000 and 0 to 65534, where 0 stands for all rows to the end of the group.
  private(set) var columnSpan = 1
  private(set) var rowSpan = 1
  /// `nil` where nothing is marked.
  private(set) var value: Value?
  /// The value as it is noted; `nil` where the text that is shown is the value.
  private(set) var noted: [UInt8]?

  init(_ element: HTMLElement, _ names: HTMLNames, _ styles: HTMLStyles) {
    var classNames: UnsafeBufferPointer<UInt8>?
    var style: UnsafeBufferPointer<UInt8>?
    var calcFormat: UnsafeBufferPointer<UInt8>?
    element.forEachAttribute { name, text in
      switch name {
      case names.columnSpan: columnSpan = min(max(count(text) ?? 1, 1), 1000)
      case names.rowSpan: rowSpan = min(count(text) ?? 1, 65_534)
      case names.className: classNames = text
      case names.style: style = text
      case names.number, names.calcValue: set(.number, text)
      case names.boolean: set(.boolean, text)
      case names.error: set(.error, text)
      case names.string: if value == nil { set(.text, text) }
      case names.calcFormat: calcFormat = text
      default: break
      }
    }
    guard case .number = value else { return }
    if let calcFormat {
      // Language, language of the format, format: `2052;0;YYYY-MM-DD`.
      let code = calcFormat.split(separator: UInt8(ascii: ";"), maxSplits: 2).last ?? [][...]
      if code.elementsEqual("BOOLEAN".utf8) {
        value = .boolean
      } else if let format = NumberFormat.dateFormat(ofCode: code) {
        value = .date(format)
      }
    } else if let format = styles.dateFormat(classNames: classNames, style: style), noted != nil {
      value = .date(format)
    }
  }

  private mutating func set(_ kind: Value, _ text: UnsafeBufferPointer<UInt8>?) {
    value = kind
    guard let text, !text.isEmpty else { return noted = nil }
    noted = Array(text)
    // An apostrophe at the beginning only says that what follows is text.
    if case .text = kind, text[0] == UInt8(ascii: "'") { noted?.removeFirst() }
  }
}

/// A number by the rules for parsing non-negative integers (HTML Living Standard, §2.3.4.2): what
/// stands behind the digits does not count; `nil` for an error.
private func count(_ text: UnsafeBufferPointer<UInt8>?) -> Int? {
  guard let text else { return nil }
  var digits = text.drop(while: isBlank)
  if digits.first == UInt8(ascii: "+") { digits = digits.dropFirst() }
  var value: Int?
  for byte in digits {
    guard (48...57).contains(byte) else { break }
    value = min((value ?? 0) * 10 + Int(byte - 48), 1 << 20)
  }
  return value
}

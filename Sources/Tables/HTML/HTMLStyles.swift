// SPDX-License-Identifier: Apache-2.0

/// What the number formats in a page's style sheets, as Excel writes them, show of a number.
struct HTMLStyles {
  /// A rule's text behind this is not looked at: Excel's whole sheets are shorter.
  private static let most = 1 << 20

  private var sheet: [UInt8] = []
  private var formats: [ArraySlice<UInt8>: DateFormat] = [:]

  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    if sheet.count < HTMLStyles.most { sheet.append(contentsOf: piece) }
  }

  /// The style sheet is over: keeps its classes whose number format shows a date or a time.
  mutating func endSheet() {
    defer { sheet = [] }
    guard sheet.firstRange(of: Array("mso-number-format".utf8)) != nil else { return }
    var rest = sheet[...]
    while let open = rest.firstIndex(of: UInt8(ascii: "{")) {
      let selectors = rest[..<open]
      let body = rest[open...].dropFirst()
      let close = endOfRule(body)
      if let format = dateFormat(in: body[..<close]) {
        for name in classNames(in: selectors) { formats[ArraySlice(Array(name))] = format }
      }
      rest = body[close...].dropFirst()
    }
  }

  /// What the format of a cell with this `class` and `style` shows; `nil` for a plain number.
  func dateFormat(
    classNames: UnsafeBufferPointer<UInt8>?, style: UnsafeBufferPointer<UInt8>?
  ) -> DateFormat? {
    if let style, let format = dateFormat(in: Array(style)[...]) { return format }
    guard let classNames, !formats.isEmpty else { return nil }
    return classNames.split(whereSeparator: isBlank).lazy
      .compactMap { formats[ArraySlice(Array($0))] }.first
  }

  /// A brace inside of quotes ends nothing.
  private func endOfRule(_ body: ArraySlice<UInt8>) -> Int {
    var isQuoted = false
    for index in body.indices {
      if body[index] == UInt8(ascii: "\"") { isQuoted.toggle() }
      if body[index] == UInt8(ascii: "}") && !isQuoted { return index }
    }
    return body.endIndex
  }

  /// `.xl24`, `td.xl24` and lists of such.
  private func classNames(in selectors: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    selectors.split { isBlank($0) || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "}") }
      .compactMap { selector in
        selector.lastIndex(of: UInt8(ascii: ".")).map { selector[($0 + 1)...] }
      }
  }

  private func dateFormat(in declarations: ArraySlice<UInt8>) -> DateFormat? {
    guard let key = declarations.firstRange(of: Array("mso-number-format".utf8)) else { return nil }
    let value = declarations[key.upperBound...].drop { isBlank($0) || $0 == UInt8(ascii: ":") }
    let code = unescaped(value)
    switch String(decoding: code, as: UTF8.self) {
    case "General Date": return .dateAndTime
    case "Long Date", "Medium Date", "Short Date": return .date
    case "Long Time", "Medium Time", "Short Time": return .time
    default: return HTMLStyles.names.contains(code) ? nil : NumberFormat.dateFormat(ofCode: code)
    }
  }

  private static let names: Set<[UInt8]> = Set(
    ["Currency", "Fixed", "Standard", "Percent", "Scientific", "Yes/No", "True/False", "On/Off"]
      .map { Array($0.utf8) })

  /// A CSS value without its quotes and escapes: `\@`, `\0022`.
  private func unescaped(_ value: ArraySlice<UInt8>) -> [UInt8] {
    var code: [UInt8] = []
    let isQuoted = value.first == UInt8(ascii: "\"") || value.first == UInt8(ascii: "'")
    let quote = value.first
    var index = value.startIndex + (isQuoted ? 1 : 0)
    while index < value.endIndex, value[index] != (isQuoted ? quote : UInt8(ascii: ";")) {
      let byte = value[index]
      index += 1
      guard byte == UInt8(ascii: "\\"), index < value.endIndex else {
        code.append(byte)
        continue
      }
      let digits = value[index...].prefix(4)
      if digits.count == 4, let number = UInt32(String(decoding: digits, as: UTF8.self), radix: 16),
        let scalar = Unicode.Scalar(number)
      {
        code += Array(String(Character(scalar)).utf8)
        index += 4
      } else {
        code.append(value[index])
        index += 1
      }
    }
    return code
  }
}

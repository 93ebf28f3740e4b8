// SPDX-License-Identifier: Apache-2.0

/// Ends of cells whose type the file states: the text that was appended is brought into the form in
/// which every format gives it, or the cell is delivered as text with a `.badValue` problem.
extension SheetWriter {
  /// A number in decimal digits, such as `-12.50` or `1.5E-3`; blanks around it do not count.
  /// - Parameter isBinary: whether the format keeps binary numbers, so that digits behind the
  ///   shortest that reads back to the same number are no one's. Else only where a program that
  ///   calculates in binary has left them: see `withoutBinaryRest`.
  func endNumber(isBinary: Bool) {
    let outcome = changeCell { bytes, start -> NumberOutcome in
      bytes.trimBlanks(from: start)
      return bytes.normalizeNumber(from: start, isBinary: isBinary)
    }
    switch outcome {
    case .number: endCell(.number)
    case .empty: endCell(.text)
    case .notANumber: endBadValue("a number")
    case .tooLarge: endBadValue("a number that a spreadsheet can hold")
    }
  }

  /// A date or time in ISO 8601. Midnight behind a date does not count, nor do zeros behind whole
  /// seconds.
  func endDate() {
    let isDate = changeCell { bytes, start -> Bool? in
      bytes.trimBlanks(from: start)
      if bytes.count == start { return nil }
      guard bytes[start...].first.map({ (48...57).contains($0) || $0 == 45 }) == true else {
        return false
      }
      bytes.normalizeDate(from: start)
      return true
    }
    switch isDate {
    case nil: endCell(.text)
    case true?: endCell(.date)
    case false?: endBadValue("a date")
    }
  }

  /// `1`, `0`, `true` or `false`, which becomes `TRUE` or `FALSE`.
  func endBoolean() {
    let isBoolean = changeCell { bytes, start -> Bool? in
      bytes.trimBlanks(from: start)
      return bytes.count == start ? nil : bytes.normalizeBoolean(from: start)
    }
    switch isBoolean {
    case nil: endCell(.text)
    case true?: endCell(.boolean)
    case false?: endBadValue("a truth value")
    }
  }

  /// `#N/A`, `#DIV/0!` …
  func endError() {
    let isEmpty = changeCell { bytes, start -> Bool in
      bytes.trimBlanks(from: start)
      return bytes.count == start
    }
    endCell(isEmpty ? .text : .error)
  }

  /// A date and time that is kept as a number of days.
  /// - Parameters:
  ///   - isNumber: as in `endNumber`; a text that is no number is a bad value.
  func endSerialDate(_ format: DateFormat, _ system: DateSystem) {
    let text = changeCell { bytes, start -> [UInt8]? in
      bytes.trimBlanks(from: start)
      guard let serial = bytes.number(from: start) else { return nil }
      return system.isoText(of: serial, as: format)
    }
    guard let text else { return endNumber(isBinary: true) }
    changeCell { bytes, start in bytes.replaceSubrange(start..., with: text) }
    endCell(.date)
  }

  /// Ends a cell whose text is not what the file says it is: as text, with a problem.
  func endBadValue(_ expected: String) {
    let raw = changeCell { bytes, start in
      String(decoding: bytes[start...].prefix(40), as: UTF8.self)
    }
    report(problem(.badValue, "\"\(raw)\" is not \(expected)"))
    endCell(.text)
  }
}

extension [UInt8] {
  mutating func trimBlanks(from start: Int) {
    while count > start, let last, isBlank(last) { removeLast() }
    let blanks = self[start...].prefix(while: isBlank).count
    if blanks > 0 { removeSubrange(start..<start + blanks) }
  }

  fileprivate mutating func normalizeBoolean(from start: Int) -> Bool {
    let value = self[start...].map { $0 | 0x20 }
    let isTrue = value.elementsEqual("1".utf8) || value.elementsEqual("true".utf8)
    let isFalse = value.elementsEqual("0".utf8) || value.elementsEqual("false".utf8)
    guard isTrue || isFalse else { return false }
    replaceSubrange(start..., with: (isTrue ? "TRUE" : "FALSE").utf8)
    return true
  }

  /// `1960-12-19T00:00:00.000` becomes `1960-12-19`, `2021-05-01T02:30:00.000` loses its zeros.
  fileprivate mutating func normalizeDate(from start: Int) {
    guard let mark = self[start...].lastIndex(of: UInt8(ascii: "T")) else { return }
    if let point = self[mark...].lastIndex(of: UInt8(ascii: ".")),
      self[(point + 1)...].allSatisfy({ $0 == 48 })
    {
      removeSubrange(point...)
    }
    if self[(mark + 1)...].allSatisfy({ "0:".utf8.contains($0) }) { removeSubrange(mark...) }
  }
}

// SPDX-License-Identifier: Apache-2.0

extension Cell.Kind {
  /// The kind that `ss:Type` names. A type that the standard does not know is text.
  init(spreadsheetType type: UnsafeBufferPointer<UInt8>) {
    if type.equals("String") {
      self = .text
    } else if type.equals("Number") {
      self = .number
    } else if type.equals("DateTime") {
      self = .date
    } else if type.equals("Boolean") {
      self = .boolean
    } else {
      self = type.equals("Error") ? .error : .text
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  fileprivate func equals(_ text: StaticString) -> Bool {
    guard count == text.utf8CodeUnitCount else { return false }
    return indices.allSatisfy { self[$0] == text.utf8Start[$0] }
  }
}

extension [UInt8] {
  /// Brings a typed value at the array's end into the form in which every format gives it:
  /// no blanks around it, `TRUE` and `FALSE`, a date without midnight. Text stays as it is, and a
  /// number keeps its digits.
  /// - Returns: its kind: text, where it is not what its type says.
  mutating func normalizeValue(from start: Int, of kind: Cell.Kind) -> Cell.Kind {
    if kind == .text { return .text }
    trimBlanks(from: start)
    switch kind {
    case .boolean: return normalizeBoolean(from: start)
    case .date: dropMidnight(from: start)
    case .text, .number, .error: break
    }
    return count == start ? .text : kind
  }

  private mutating func trimBlanks(from start: Int) {
    while count > start, let last, isBlank(last) { removeLast() }
    let blanks = self[start...].prefix(while: isBlank).count
    if blanks > 0 { removeSubrange(start..<start + blanks) }
  }

  private mutating func normalizeBoolean(from start: Int) -> Cell.Kind {
    let value = self[start...]
    let isTrue = value.elementsEqual("1".utf8) || value.elementsEqual("true".utf8)
    let isFalse = value.elementsEqual("0".utf8) || value.elementsEqual("false".utf8)
    guard isTrue || isFalse else { return .text }
    replaceSubrange(start..., with: (isTrue ? "TRUE" : "FALSE").utf8)
    return .boolean
  }

  /// `1960-12-19T00:00:00.000` becomes `1960-12-19`.
  private mutating func dropMidnight(from start: Int) {
    guard let mark = self[start...].lastIndex(of: UInt8(ascii: "T")) else { return }
    let isMidnight = self[(mark + 1)...].allSatisfy { "0:.".utf8.contains($0) }
    if isMidnight { removeSubrange(mark...) }
  }
}

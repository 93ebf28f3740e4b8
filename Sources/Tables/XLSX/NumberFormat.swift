// SPDX-License-Identifier: Apache-2.0

/// What a number format shows of a number: a date, a time, or the number itself.
///
/// Source: ECMA-376 part 1, §18.8.30 (built-in formats, with those of zh-CN, zh-TW, ja, ko and th)
/// and §18.8.31 (format codes).
enum NumberFormat {
  /// What the built-in format of a number shows; `nil` for a plain number.
  ///
  /// Four East Asian ones are a time in Chinese and a date in Japanese and Korean; a file does not
  /// say which, and the value does.
  static func dateFormat(ofBuiltIn id: Int) -> DateFormat? {
    switch id {
    case 14...17, 27...31, 36, 50...54, 57, 58, 71...74, 81: .date
    case 18...21, 32, 33, 45, 47, 75, 76, 78, 80: .time
    case 22, 34, 35, 55, 56, 77: .dateAndTime
    case 46, 79: .elapsed
    default: nil
    }
  }

  /// What a format code such as `yyyy"年"m"月";@` shows; `nil` for a plain number.
  ///
  /// The first section that shows anything of the number decides: of `[=0]"-";yyyy-mm-dd` the
  /// second. What such a section shows first is what it is: `0.0 h` is a number, `ss.000` a time.
  static func dateFormat(ofCode code: some Collection<UInt8>) -> DateFormat? {
    var scanner = FormatCodeScanner(Array(code))
    while true {
      switch scanner.nextSection() {
      case .date(let format): return format
      case .number: return nil
      case .literal: if scanner.isAtEnd { return nil }
      }
    }
  }
}

/// Goes through a format code section by section.
private struct FormatCodeScanner {
  enum Section {
    case date(DateFormat)
    case number
    /// Shows nothing of the number.
    case literal
  }

  private enum Part { case date, month, hour, minute, second }

  private let code: [UInt8]
  private var index = 0
  private var parts: [Part] = []
  private var isElapsed = false

  init(_ code: [UInt8]) { self.code = code }

  var isAtEnd: Bool { index >= code.count }

  /// Reads up to the next `;` that stands for itself, and past it.
  mutating func nextSection() -> Section {
    parts = []
    isElapsed = false
    var isNumber = false
    while index < code.count, code[index] != UInt8(ascii: ";") {
      if readGeneral() || readPlaceholder() {
        // Behind a date's parts it is a second's fraction.
        if parts.isEmpty { isNumber = true }
      } else {
        readPart()
      }
    }
    index += 1
    if isNumber { return .number }
    return parts.isEmpty ? .literal : .date(format)
  }

  private var format: DateFormat {
    if isElapsed { return .elapsed }
    let hasTime = parts.contains { $0 == .hour || $0 == .minute || $0 == .second }
    let hasDate = parts.contains { $0 == .date || $0 == .month }
    return hasDate ? (hasTime ? .dateAndTime : .date) : .time
  }

  private mutating func readGeneral() -> Bool { readWord("general") }

  private mutating func readPlaceholder() -> Bool {
    guard "0#?@".utf8.contains(code[index]) else { return false }
    index += 1
    return true
  }

  private mutating func readWord(_ word: String) -> Bool {
    guard code[index...].prefix(word.utf8.count).map(lowercase).elementsEqual(word.utf8) else {
      return false
    }
    index += word.utf8.count
    return true
  }

  /// A part of a date, or something that shows nothing of the number.
  private mutating func readPart() {
    if readWord("am/pm") || readWord("a/p") { return parts.append(.hour) }
    let byte = code[index]
    index += 1
    switch lowercase(byte) {
    case UInt8(ascii: "\""): skip(past: UInt8(ascii: "\""))
    case UInt8(ascii: "["): readBracket()
    // The character behind stands for itself, for its width, or fills the cell.
    case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"): skipCharacter()
    case UInt8(ascii: "y"), UInt8(ascii: "d"), UInt8(ascii: "b"), UInt8(ascii: "g"):
      parts.append(.date)
    case UInt8(ascii: "e"): readEra()
    case UInt8(ascii: "h"): parts.append(.hour)
    case UInt8(ascii: "m"): readMonthOrMinute()
    case UInt8(ascii: "s"):
      if parts.last == .month { parts[parts.count - 1] = .minute }
      parts.append(.second)
    default: break
    }
  }

  /// An era's year, unless it is the exponent in `0.00E+00`.
  private mutating func readEra() {
    if index < code.count, code[index] == UInt8(ascii: "+") || code[index] == UInt8(ascii: "-") {
      return
    }
    parts.append(.date)
  }

  /// Minutes behind hours or before seconds, else months.
  private mutating func readMonthOrMinute() {
    while index < code.count, lowercase(code[index]) == UInt8(ascii: "m") { index += 1 }
    parts.append(parts.last == .hour || parts.last == .minute ? .minute : .month)
  }

  /// `[h]`, `[mm]`, `[ss]` count on past a day; `[Red]`, `[$-804]`, `[>=100]`, `[DBNum1]` say
  /// nothing of dates.
  private mutating func readBracket() {
    let start = index
    skip(past: UInt8(ascii: "]"))
    let content = code[start..<max(start, min(index, code.count + 1) - 1)].map(lowercase)
    guard let first = content.first, content.allSatisfy({ $0 == first }) else { return }
    switch first {
    case UInt8(ascii: "h"): parts.append(.hour)
    case UInt8(ascii: "m"): parts.append(.minute)
    case UInt8(ascii: "s"): parts.append(.second)
    default: return
    }
    isElapsed = true
  }

  private mutating func skip(past mark: UInt8) {
    index = code[index...].firstIndex(of: mark).map { $0 + 1 } ?? code.count
  }

  private mutating func skipCharacter() {
    index += 1
    while index < code.count, code[index] & 0xC0 == 0x80 { index += 1 }
    index = min(index, code.count)
  }
}

private func lowercase(_ byte: UInt8) -> UInt8 {
  (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}

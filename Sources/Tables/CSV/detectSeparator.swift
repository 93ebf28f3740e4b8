// SPDX-License-Identifier: Apache-2.0

/// The byte between the cells of a delimited text: comma, tab, semicolon or `|`.
///
/// The one that most rows of the text's beginning have equally often, outside quotes. If none
/// comes equally often in more than half of the rows, the one that most rows have. The comma on a
/// tie: the new site of the National Bureau of Statistics writes a tab before every comma. But on a
/// tie with commas that all stand between digits, as decimal commas do, the other.
/// - Parameter isWhole: whether `head` is the whole text, so that its last row is whole.
func detectSeparator(in head: ArraySlice<UInt8>, isWhole: Bool) -> UInt8 {
  let sample = head.prefix(64 * 1024)
  let isCut = sample.count < head.count || !isWhole
  let candidates = [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|")]
  var best = SeparatorTally(of: candidates[0], in: sample, isCut: isCut)
  for candidate in candidates.dropFirst() {
    let tally = SeparatorTally(of: candidate, in: sample, isCut: isCut)
    if best.isWeaker(than: tally) || best.mayBeDecimal && !tally.isWeaker(than: best) {
      best = tally
    }
  }
  return best.separator
}

/// The separator of SDMX-CSV: what follows its first header cell, which the standard fixes for that
/// purpose (`DATAFLOW` in version 1; in version 2 `STRUCTURE`, or `STRUCTURE[;]` where `;` separates
/// values inside a cell, and always `STRUCTURE_ID` behind it).
///
/// Source: SDMX-CSV data message field guide, 1.0 and 2.0, "Design principles".
/// - Returns: `nil` for other text.
func separatorOfSDMX(in head: ArraySlice<UInt8>) -> UInt8? {
  let row = head.prefix { !isLineEnd($0) }.prefix(256).filter { $0 != UInt8(ascii: "\"") }
  if row.starts(with: "DATAFLOW".utf8) {
    return row.dropFirst(8).first.flatMap { isSeparator($0) ? $0 : nil }
  }
  guard row.starts(with: "STRUCTURE".utf8) else { return nil }
  var rest = row.dropFirst(9)
  // The one character in the brackets may be a separator too.
  if rest.first == UInt8(ascii: "["), rest.dropFirst(2).first == UInt8(ascii: "]") {
    rest = rest.dropFirst(3)
  }
  guard let separator = rest.first, isSeparator(separator),
    rest.dropFirst().starts(with: "STRUCTURE_ID".utf8)
  else { return nil }
  return separator
}

/// A name goes on with letters, digits and these.
private func isSeparator(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: ":"), UInt8(ascii: " "): false
  case 48...57, 65...90, 97...122: false
  default: byte < 0x80
  }
}

/// How often a byte separates the cells of each row, if it is the separator.
private struct SeparatorTally {
  let separator: UInt8
  private var rows = 0
  private var rowsThatHaveIt = 0
  /// By the number of separators in a row, how many rows have so many.
  private var rowsByCount: [Int: Int] = [:]
  /// Whether it is the comma, is there, and always stands between digits.
  private(set) var mayBeDecimal: Bool

  init(of separator: UInt8, in sample: ArraySlice<UInt8>, isCut: Bool) {
    self.separator = separator
    mayBeDecimal = separator == UInt8(ascii: ",")
    var isBehindDecimal = false
    var count = 0
    var isQuoted = false
    var previous: UInt8 = 10
    for byte in sample {
      if isBehindDecimal && !(48...57).contains(byte) { mayBeDecimal = false }
      isBehindDecimal = false
      if byte == UInt8(ascii: "\"") {
        // A quote opens only at a cell's start; a doubled one closes and opens again.
        let opens = previous == separator || previous == 10 || previous == 13 || previous == byte
        isQuoted = isQuoted ? false : opens
      } else if byte == separator && !isQuoted {
        count += 1
        isBehindDecimal = true
        if !(48...57).contains(previous) { mayBeDecimal = false }
      } else if (byte == 10 || byte == 13) && !isQuoted {
        if previous != 10 && previous != 13 { add(rowWith: count) }
        count = 0
      }
      previous = byte
    }
    if !isCut && previous != 10 && previous != 13 || rows == 0 { add(rowWith: count) }
    if rowsThatHaveIt == 0 { mayBeDecimal = false }
  }

  private mutating func add(rowWith count: Int) {
    rows += 1
    guard count > 0 else { return }
    rowsThatHaveIt += 1
    rowsByCount[count, default: 0] += 1
  }

  private var consistentRows: Int { rowsByCount.values.max() ?? 0 }

  /// Zero where no number of separators is that of more than half of the rows.
  private var provenRows: Int { consistentRows * 2 > rows ? consistentRows : 0 }

  func isWeaker(than other: SeparatorTally) -> Bool {
    (provenRows, rowsThatHaveIt) < (other.provenRows, other.rowsThatHaveIt)
  }
}

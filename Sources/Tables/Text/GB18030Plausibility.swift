// SPDX-License-Identifier: Apache-2.0

/// Whether text that was taken for GB18030 reads like Chinese.
///
/// Windows-1252 and Big5 decode as GB18030 without an error. But in statistical tables most
/// double-byte characters are the common ideographs and symbols of GB 2312 (first byte A1…A3 or
/// B0…D7, second A1…FE), which other encodings hit by chance only.
struct GB18030Plausibility {
  /// Common characters among all, below which the guess is doubted. An office's own returns lie
  /// above nine in ten, Big5 text below four.
  static let threshold = 60

  /// Later ones do not change the verdict, and counting them would cost time.
  private static let enough = 100_000

  private var characters = 0
  private var common = 0
  /// The field, as it lies in the file, in which the first uncommon character stands.
  private var sample: [UInt8] = []

  /// Counts the double-byte characters in valid GB18030 that begins and ends between characters.
  mutating func count(_ bytes: ArraySlice<UInt8>) {
    var index = bytes.startIndex
    var fieldStart = index
    while index < bytes.endIndex && characters < GB18030Plausibility.enough {
      let first = bytes[index]
      if first < 0x80 {
        index += 1
        if sample.isEmpty && !isInsideField(first) { fieldStart = index }
      } else if bytes[index + 1] < 0x40 {
        index += 4
      } else {
        let sampleStart = index - fieldStart > 12 ? index : fieldStart
        count(first, bytes[index + 1], in: bytes[sampleStart...])
        index += 2
      }
    }
  }

  /// Adds what was counted in the text that follows.
  mutating func add(_ next: GB18030Plausibility) {
    guard characters < GB18030Plausibility.enough else { return }
    characters += next.characters
    common += next.common
    if sample.isEmpty { sample = next.sample }
  }

  private mutating func count(_ first: UInt8, _ second: UInt8, in field: ArraySlice<UInt8>) {
    characters += 1
    let isCommonRow = (0xA1...0xA3).contains(first) || (0xB0...0xD7).contains(first)
    if isCommonRow && second >= 0xA1 { return common += 1 }
    if sample.isEmpty { sample = Array(field.prefix(24)) }
  }

  private func isInsideField(_ byte: UInt8) -> Bool { byte > 32 && !",;|\"<>".utf8.contains(byte) }

  /// `nil` where the text is plausible, or has no double-byte characters.
  var problem: TableProblem? {
    guard common * 100 < characters * GB18030Plausibility.threshold else { return nil }
    let share = common * 100 / characters
    return TableProblem(
      .implausibleEncoding,
      detail: "read as GB18030, \(share) % of its \(characters) double-byte characters are common "
        + "ones: \(sampleText)")
  }

  /// The sample as far as it is whole: it is cut without regard to characters.
  private var sampleText: String {
    guard let converter = try? TextConverter(from: "GB18030") else { return "" }
    var bytes = Array(sample.prefix { isInsideField($0) })
    var text: [UInt8] = []
    _ = converter.convert(&bytes, upTo: bytes.count, into: &text)
    return String(decoding: text, as: UTF8.self)
  }
}

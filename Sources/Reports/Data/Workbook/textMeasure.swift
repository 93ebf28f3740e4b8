// SPDX-License-Identifier: Apache-2.0

/// The columns of a fixed grid that a text takes: a Chinese character two, any other one.
func displayWidth(_ text: some StringProtocol) -> Int {
  text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) }
}

/// About how many lines a text takes in a cell of this width. Not every program finds a row's
/// height itself, and none does for merged cells, so that the workbook has to say it.
///
/// Latin words keep together; Chinese breaks anywhere.
func lineCount(_ text: String, width: Int) -> Int {
  // Fonts differ, and bold ones are wider.
  let width = max(1, width - 1 - width / 16)
  var lines = 1
  var used = 0
  for word in text.split(separator: " ") {
    let needed = displayWidth(word) + (used > 0 ? 1 : 0)
    if used + needed <= width {
      used += needed
    } else if needed > width || word.unicodeScalars.contains(where: { $0.value >= 0x2E80 }) {
      lines += (used + needed - 1) / width
      used = (used + needed - 1) % width + 1
    } else {
      lines += 1
      used = needed - 1
    }
  }
  return lines
}

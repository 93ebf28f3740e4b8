// SPDX-License-Identifier: Apache-2.0

/// Breaks a label into lines no wider than `width` pixels at a type size of 12.
///
/// An SVG does not wrap, and its maker does not know the reader's fonts: a Chinese character is
/// taken as wide as the type size, any other as 7 pixels, more than most fonts need.
func wrapLabel(_ text: String, width: Int) -> [String] {
  var lines: [String] = []
  var line = ""
  for word in breakableWords(text) {
    let joined = line + word
    if line.isEmpty || labelWidth(joined.trimmingBlanks) <= width {
      line = joined
    } else {
      lines.append(line.trimmingBlanks)
      line = word
    }
  }
  return (lines + [line.trimmingBlanks]).filter { !$0.isEmpty }
}

private func labelWidth(_ text: String) -> Int {
  text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 12 : 7) }
}

/// Latin words keep together with the blank behind them, and so do Chinese brackets with what they
/// hold; other Chinese breaks anywhere but before closing punctuation.
private func breakableWords(_ text: String) -> [String] {
  var words: [String] = []
  var isInBrackets = false
  for character in text {
    let isChinese = character.unicodeScalars.contains { $0.value >= 0x2E80 }
    let sticks = isInBrackets || "），。、；".contains(character)
    if let last = words.last, sticks || !isChinese && !last.hasSuffix(" ") {
      words[words.count - 1].append(character)
    } else {
      words.append(String(character))
    }
    isInBrackets = character == "（" || isInBrackets && character != "）"
  }
  return words
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

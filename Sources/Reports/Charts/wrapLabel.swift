// SPDX-License-Identifier: Apache-2.0

/// Breaks a label into lines no wider than `width` pixels.
///
/// An SVG does not wrap, and its maker does not know the reader's fonts: see `labelWidth`. A word
/// that is wider than a line is broken.
func wrapLabel(_ text: String, width: Int, size: Int = 12) -> [String] {
  var lines: [String] = []
  var line = ""
  for word in breakableWords(text).flatMap({ pieces(of: $0, width: width, size: size) }) {
    let joined = line + word
    if line.isEmpty || labelWidth(joined.trimmingBlanks, size: size) <= width {
      line = joined
    } else {
      lines.append(line.trimmingBlanks)
      line = word
    }
  }
  return (lines + [line.trimmingBlanks]).filter { !$0.isEmpty }
}

/// A label in so many lines at most; what does not fit ends with an ellipsis.
func fittedLabel(_ text: String, width: Int, lines: Int, size: Int = 12) -> [String] {
  // More scalars than this never fit. Made harmless first: what becomes visible takes room.
  let most = lines * width / 4 + 8
  let wrapped = wrapLabel(
    withoutTowers(harmless(cut(text, to: most))), width: width, size: size)
  guard wrapped.count > lines, lines > 0 else { return wrapped }
  var last = wrapped[lines - 1]
  while !last.isEmpty, labelWidth(last + "…", size: size) > width { last.removeLast() }
  return wrapped.prefix(lines - 1) + [last + "…"]
}

/// The text in so many scalars at most: a name of ten thousand characters must not fill a picture.
func cut(_ text: String, to count: Int) -> String {
  guard text.unicodeScalars.count > count else { return text }
  return String(String.UnicodeScalarView(text.unicodeScalars.prefix(count - 1))) + "…"
}

/// In pixels. A Chinese character is taken as wide as the type size, any other as seven twelfths of
/// it, more than most fonts need.
func labelWidth(_ text: String, size: Int = 12) -> Int {
  let twelfths = text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 12 : 7) }
  return (twelfths * size + 11) / 12
}

/// Accents that are heaped on one letter would cover what is above: six scalars a character.
private func withoutTowers(_ text: String) -> String {
  text.reduce(into: "") { result, character in
    result.unicodeScalars.append(contentsOf: character.unicodeScalars.prefix(6))
  }
}

private func pieces(of word: String, width: Int, size: Int) -> [String] {
  guard labelWidth(word.trimmingBlanks, size: size) > width else { return [word] }
  var pieces = [""]
  for character in word {
    if labelWidth(pieces[pieces.count - 1] + String(character), size: size) > width {
      pieces.append("")
    }
    pieces[pieces.count - 1].append(character)
  }
  return pieces.filter { !$0.isEmpty }
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

// SPDX-License-Identifier: Apache-2.0

/// A YAML file's text, to find where a character of a value stands in it.
///
/// YAML says only where a value begins. Between the file and the value, blanks and line ends may
/// differ, and quotes are escaped; the other characters are the same in the same order.
struct YAMLSource {
  private let lines: [[Unicode.Scalar]]

  init(_ text: String) {
    var lines: [[Unicode.Scalar]] = [[]]
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\r" {
        if !(scalar == "\n" && previous == "\r") { lines.append([]) }
      } else {
        lines[lines.count - 1].append(scalar)
      }
      previous = scalar
    }
    self.lines = lines
  }

  /// The line and column of the character at `offset` of `value`, which begins at `start`; all but
  /// `offset` counted from 1.
  ///
  /// - Returns: `start` itself where the value cannot be followed, such as through an alias.
  func place(
    ofCharacter offset: Int, in value: String, at start: (line: Int, column: Int)
  ) -> (line: Int, column: Int) {
    guard (1...lines.count).contains(start.line) else { return start }
    var cursor = Cursor(lines: lines, line: start.line - 1, column: start.column - 1)
    cursor.open()
    var last = (line: cursor.line + 1, column: cursor.column + 1)
    for (index, scalar) in value.unicodeScalars.enumerated() {
      if scalar.properties.isWhitespace {
        if index == offset { return last }
        continue
      }
      guard let place = cursor.next(scalar) else { return start }
      if index == offset { return place }
      last = (place.line, place.column + 1)
    }
    return last
  }

  private struct Cursor {
    let lines: [[Unicode.Scalar]]
    var line: Int
    var column: Int
    private var quote: Unicode.Scalar?

    init(lines: [[Unicode.Scalar]], line: Int, column: Int) {
      (self.lines, self.line, self.column) = (lines, line, column)
    }

    private var current: Unicode.Scalar? {
      lines[line].indices.contains(column) ? lines[line][column] : nil
    }

    /// Steps over a quote, or over the header of a block such as `>-`.
    mutating func open() {
      switch current {
      case "\"", "'":
        quote = current
        column += 1
      case "|", ">":
        guard line + 1 < lines.count else { return }
        (line, column) = (line + 1, 0)
        skipBlanks()
      default: break
      }
    }

    private mutating func skipBlanks() {
      while true {
        if let current {
          guard current.properties.isWhitespace else { return }
          column += 1
        } else {
          guard line + 1 < lines.count else { return }
          (line, column) = (line + 1, 0)
        }
      }
    }

    /// Steps over one character of the value, and says where it stands.
    mutating func next(_ scalar: Unicode.Scalar) -> (line: Int, column: Int)? {
      skipBlanks()
      let place = (line: line + 1, column: column + 1)
      if quote == "\"", current == "\\" { column += 1 }
      if quote == "'", current == "'" { column += 1 }
      guard current == scalar else { return nil }
      column += 1
      return place
    }
  }
}

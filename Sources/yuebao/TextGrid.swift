// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables

/// The columns of a grid on a terminal, and how wide they are.
struct TextGrid {
  /// A row as it is printed.
  struct Line {
    struct Field {
      var column: Int
      /// Its text lies in the line's bytes before this place, behind that of the field before.
      var end: Int
      var width: Int
      var isNumber: Bool
    }

    private(set) var number = 0
    private(set) var bytes: [UInt8] = []
    private(set) var cells: [Field] = []
    private var text = TerminalText(limit: widestText)

    /// - Parameter guessesNumbers: whether texts that look like numbers are numbers.
    mutating func set(
      _ row: ArraySlice<Cell>, inRow number: Int, _ bytes: UnsafeBufferPointer<UInt8>,
      guessesNumbers: Bool
    ) {
      self.number = number
      self.bytes.removeAll(keepingCapacity: true)
      cells.removeAll(keepingCapacity: true)
      for cell in row where !cell.isEmpty {
        let raw = cell.text(in: bytes)
        text.set(raw)
        self.bytes += text.bytes
        let isNumber =
          cell.kind == .number || (guessesNumbers && cell.kind == .text && seemsNumber(raw))
        cells.append(
          Field(
            column: cell.column, end: self.bytes.count, width: text.width, isNumber: isNumber))
      }
    }
  }

  /// Wider texts are cut. The longest number of a binary format has 40 digits.
  private static let widestText = 42

  /// By column, counted from 0.
  private var widths: [Int] = []
  /// Columns that hold more numbers than texts: their letter stands right.
  private var numeric: [Bool] = []
  private var numberWidth = 1

  /// Makes the columns as wide as these lines need.
  /// - Parameter isWhole: whether no others follow.
  mutating func fit(_ lines: [Line], isWhole: Bool) {
    var balance: [Int] = []
    for line in lines {
      for field in line.cells {
        widen(field.column, to: field.width)
        if balance.count < widths.count {
          balance += repeatElement(0, count: widths.count - balance.count)
        }
        balance[field.column - 1] += field.isNumber ? 1 : -1
      }
    }
    numeric = balance.map { $0 > 0 }
    numberWidth = max(isWhole ? 1 : 6, String(lines.last?.number ?? 0).utf8.count)
  }

  private mutating func widen(_ column: Int, to width: Int) {
    while widths.count < column {
      widths.append(Location.letters(ofColumn: widths.count + 1).utf8.count)
    }
    widths[column - 1] = max(widths[column - 1], width)
  }

  /// The line of column letters.
  var head: String {
    var head = ""
    var blanks = numberWidth
    for (index, width) in widths.enumerated() {
      let letters = Location.letters(ofColumn: index + 1)
      let room = width - letters.utf8.count
      let isNumeric = index < numeric.count && numeric[index]
      head += String(repeating: " ", count: blanks + 2 + (isNumeric ? room : 0)) + letters
      blanks = isNumeric ? 0 : room
    }
    return head + "\n"
  }

  mutating func write(_ line: Line, to output: StandardOutput) {
    let number = String(line.number)
    numberWidth = max(numberWidth, number.utf8.count)
    output.write(number.padded(to: numberWidth, alignedRight: true))
    var blanks = 0
    var column = 1
    var start = 0
    for field in line.cells {
      widen(field.column, to: field.width)
      while column < field.column {
        blanks += 2 + widths[column - 1]
        column += 1
      }
      let room = widths[column - 1] - field.width
      blanks += 2 + (field.isNumber ? room : 0)
      var place = output.room(for: blanks + field.end - start)
      place.update(repeating: UInt8(ascii: " "), count: blanks)
      place += blanks
      line.bytes[start..<field.end].withUnsafeBufferPointer { place.write($0) }
      output.wrote(upTo: place)
      blanks = field.isNumber ? 0 : room
      start = field.end
      column += 1
    }
    output.write("\n")
  }
}

/// Digits with an optional sign, thousands commas, a point, a percent sign.
private func seemsNumber(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
  guard text.count <= 40 else { return false }
  var digits = 0
  for (index, byte) in text.enumerated() {
    switch byte {
    case 48...57: digits += 1
    case UInt8(ascii: ","), UInt8(ascii: "."): break
    case UInt8(ascii: "-"), UInt8(ascii: "+"): if index > 0 { return false }
    case UInt8(ascii: "%"): if index + 1 < text.count { return false }
    default: return false
    }
  }
  return digits > 0
}

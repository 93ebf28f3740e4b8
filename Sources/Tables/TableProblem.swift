// SPDX-License-Identifier: Apache-2.0

/// Something in a file's bytes that stops it from being read as its sender saw it.
package struct TableProblem: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case emptyFile, unreadable, unsupportedFormat, undecodableByte, malformedXML
    case implausibleEncoding, limitExceeded, unterminatedQuote, documentType, controlByte
    /// An archive or a compound file that is cut off, contradicts itself or fails its checksum.
    case damagedContainer
    /// Cells that contradict the format's rules, such as a text that is not among the shared ones.
    case damagedTable
    /// A workbook that opens only with a password.
    case encryptedFile
    /// An SDMX message that holds a note to its receiver and no data.
    case messageWithoutData
    /// What an SDMX message says beside its data: its footer, that the data are to be deleted, or
    /// attributes of data that it does not hold.
    case messageNote
    /// A value that is not what its type says, such as the number `abc`. It is delivered as text.
    case badValue
    /// The separator of a delimited text is a guess that most of its rows contradict.
    case doubtfulSeparator
    /// Never reported: the receiver wants no more.
    case notWanted
  }

  package let kind: Kind
  /// What was found: the parser's words, the kind of file it seems to be, the limit's name.
  package let detail: String
  package let sheet: String?
  /// Counted from 1.
  package let row: Int?
  package let column: Int?
  package let line: Int?
  /// Counted from 0, in the file as it lies on the disk.
  package let byteOffset: Int?

  package init(
    _ kind: Kind, detail: String, sheet: String? = nil, row: Int? = nil, column: Int? = nil,
    line: Int? = nil, byteOffset: Int? = nil
  ) {
    self.kind = kind
    self.detail = detail
    self.sheet = sheet
    self.row = row
    self.column = column
    self.line = line
    self.byteOffset = byteOffset
  }

  /// Whether reading stopped there.
  package var isFatal: Bool {
    switch kind {
    case .implausibleEncoding, .badValue, .doubtfulSeparator, .messageNote: false
    default: true
    }
  }
}

/// Inside this module the fatal ones are thrown, and caught in one place.
extension TableProblem: Error {}

extension TableProblem {
  /// The problem of a bound of `TableLimits` that a file goes past.
  /// - Parameter name: the limit's own name, which begins the detail.
  static func limit(
    _ name: String, _ value: Int, sheet: String? = nil, row: Int? = nil, column: Int? = nil,
    line: Int? = nil
  ) -> TableProblem {
    TableProblem(
      .limitExceeded, detail: TableLimits.detail(name, value), sheet: sheet, row: row,
      column: column, line: line)
  }

  static let notWanted = TableProblem(.notWanted, detail: "")

  static func unsupported(_ detail: String) -> TableProblem {
    TableProblem(.unsupportedFormat, detail: detail)
  }

  /// Whether it says where in a sheet it is.
  var isPlaced: Bool { sheet != nil }

  /// The same problem, on a line if it has none yet.
  func onLine(_ line: Int) -> TableProblem {
    TableProblem(
      kind, detail: detail, sheet: sheet, row: row, column: column, line: self.line ?? line,
      byteOffset: byteOffset)
  }
}

// SPDX-License-Identifier: Apache-2.0

/// Something in a file's bytes that stops it from being read as its sender saw it.
package struct TableProblem: Hashable, Sendable {
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case emptyFile, unreadable, unsupportedFormat, undecodableByte, malformedXML
    case implausibleEncoding, limitExceeded, unterminatedQuote, documentType, controlByte
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

  /// Whether reading stopped there. Only an implausible encoding lets it go on.
  package var isFatal: Bool { kind != .implausibleEncoding }
}

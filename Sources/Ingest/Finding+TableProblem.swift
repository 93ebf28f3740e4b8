// SPDX-License-Identifier: Apache-2.0
import Statistics
import Tables

extension Finding {
  /// A problem of reading, as a finding in `file`.
  package init(_ problem: TableProblem, in file: String) {
    let location = Location(
      file: file, sheet: problem.sheet, row: problem.row, column: problem.column,
      line: problem.line)
    var arguments = ["detail": problem.detail]
    if let offset = problem.byteOffset { arguments["offset"] = String(offset) }
    self.init(FindingCode(problem.kind), at: location, arguments)
  }
}

extension FindingCode {
  fileprivate init(_ kind: TableProblem.Kind) {
    switch kind {
    case .emptyFile: self = .emptyFile
    case .unreadable: self = .unreadableFile
    case .unsupportedFormat: self = .unsupportedFormat
    case .undecodableByte: self = .undecodableByte
    case .malformedXML: self = .malformedXML
    case .implausibleEncoding: self = .implausibleEncoding
    case .limitExceeded: self = .limitExceeded
    case .unterminatedQuote: self = .unterminatedQuote
    case .documentType: self = .documentType
    case .controlByte: self = .controlByte
    case .damagedContainer: self = .damagedContainer
    case .damagedTable: self = .damagedTable
    case .encryptedFile: self = .encryptedFile
    case .messageWithoutData: self = .messageWithoutData
    case .messageNote: self = .messageNote
    case .badValue: self = .badValue
    case .doubtfulSeparator: self = .doubtfulSeparator
    case .notWanted: preconditionFailure("never reported")
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Statistics

@Suite struct FindingCodeTests {
  @Test(arguments: FindingCode.allCases)
  func isYAndFourDigits(code: FindingCode) {
    #expect(code.rawValue.wholeMatch(of: /Y\d{4}/) != nil)
  }

  @Test func onlyDefinitionsAndTemplatesAreConfiguration() {
    let codes = FindingCode.allCases.filter(\.isConfiguration)
    #expect(codes.count == 16)
    #expect(codes.allSatisfy { $0.severity == .error })
  }

  @Test func whatDoesNotMakeAFigureWrongDoesNotBlock() {
    let warnings = FindingCode.allCases.filter { $0.severity == .warning }
    #expect(
      Set(warnings) == [
        .implausibleEncoding, .absentColumn, .identicalRepeat, .industryDiffers, .unknownRow,
        .differsFromBureau, .cumulativeDiffers, .notReported, .blankValue, .sheetNotUsed, .badValue,
        .doubtfulSeparator, .messageNote, .ruleWarning, .waiverExpired, .ruleAlwaysHolds,
        .moreFindings, .columnRenamed, .columnLost, .absentRow, .januaryAlone, .unknownArea,
        .doubtfulUnitCode, .outsidePopulation, .correctionNotFound, .partsDiffer, .valueSlip,
        .rowSlip, .columnSlip, .identicalReports, .doubtfulReportDate,
        .unreadFile, .lowContrast,
      ])
    let notes = FindingCode.allCases.filter { $0.severity == .info }
    #expect(
      Set(notes) == [
        .unknownColumn, .ruleNote, .waivedFailure, .columnMoved, .columnAdded, .numberFromText,
        .corrected, .otherSeries, .newUnit, .goneUnit,
      ])
  }
}

// SPDX-License-Identifier: Apache-2.0

/// The stable code of a kind of finding. Documented one by one in `Documentation/Findings.md`.
///
/// `Y10` files and formats, `Y11` forms and layouts, `Y12` values, `Y13` keys, `Y14` coverage,
/// `Y15` edit rules, `Y16` progress reports, `Y20` definitions and templates, `Y22` evaluation.
package enum FindingCode: String, Hashable, Sendable, CaseIterable {
  case emptyFile = "Y1001"
  case unreadableFile = "Y1002"
  case unsupportedFormat = "Y1003"
  case undecodableByte = "Y1004"
  case malformedXML = "Y1005"
  case implausibleEncoding = "Y1006"
  case limitExceeded = "Y1007"
  case unterminatedQuote = "Y1008"
  case documentType = "Y1009"
  case controlByte = "Y1010"
  case damagedContainer = "Y1011"
  case damagedTable = "Y1012"
  case encryptedFile = "Y1013"
  case messageWithoutData = "Y1014"
  case badValue = "Y1015"
  case doubtfulSeparator = "Y1016"
  case messageNote = "Y1017"
  case moreErrors = "Y1018"
  case moreFindings = "Y1019"

  case noLayoutFits = "Y1101"
  case missingColumn = "Y1102"
  case absentColumn = "Y1103"
  case unknownColumn = "Y1104"
  case repeatedColumn = "Y1105"
  case noPeriod = "Y1106"
  case unknownUnitOfMeasure = "Y1107"
  case contradictoryUnitOfMeasure = "Y1108"
  case severalLayoutsFit = "Y1109"
  case noRows = "Y1110"
  case sheetNotUsed = "Y1111"
  case headerSpanDiffers = "Y1112"
  case columnRenamed = "Y1113"
  case columnMoved = "Y1114"
  case columnAdded = "Y1115"
  case columnLost = "Y1116"
  case missingField = "Y1117"
  case missingRow = "Y1118"
  case absentRow = "Y1119"
  case rowRenumbered = "Y1120"
  case repeatedRow = "Y1121"
  case noTableFound = "Y1122"

  case missingValue = "Y1201"
  case badPeriod = "Y1202"
  case notANumber = "Y1203"
  case tooManyDigits = "Y1204"
  case errorCell = "Y1205"
  case badUnitCode = "Y1206"
  case blankValue = "Y1207"
  case valueWithoutHeader = "Y1208"
  case numberFromText = "Y1209"
  case januaryAlone = "Y1210"

  case unknownUnit = "Y1301"
  case unknownIndustry = "Y1302"
  case conflictingRepeat = "Y1303"
  case identicalRepeat = "Y1304"
  case industryDiffers = "Y1305"
  case unknownRow = "Y1306"
  case conflictingBureauValues = "Y1307"
  case unknownArea = "Y1308"
  case doubtfulUnitCode = "Y1309"
  case corrected = "Y1310"
  case outsidePopulation = "Y1311"
  case otherSeries = "Y1312"
  case correctionNotFound = "Y1313"

  case differsFromBureau = "Y1402"
  case cumulativeDiffers = "Y1403"
  case notReported = "Y1404"
  case newUnit = "Y1405"
  case goneUnit = "Y1406"
  case partsDiffer = "Y1407"
  case valueSlip = "Y1408"
  case rowSlip = "Y1409"
  case columnSlip = "Y1410"

  case ruleError = "Y1501"
  case ruleWarning = "Y1502"
  case ruleNote = "Y1503"
  case waiverExpired = "Y1504"
  case waivedFailure = "Y1506"

  case unknownSubject = "Y1601"
  case badReport = "Y1602"
  case impossibleValue = "Y1603"
  case conflictingReports = "Y1604"
  case identicalReports = "Y1605"
  case doubtfulReportDate = "Y1606"

  case missingDefinition = "Y2001"
  case definitionSyntax = "Y2002"
  case unknownKey = "Y2003"
  case missingKey = "Y2004"
  case badDefinition = "Y2005"
  case unknownName = "Y2006"
  case overlap = "Y2007"
  case repeatedName = "Y2008"
  case incompletePartition = "Y2009"
  case templateSyntax = "Y2010"
  case unknownTemplateName = "Y2011"
  case ruleSyntax = "Y2012"
  case ruleTypes = "Y2013"
  case contradiction = "Y2014"
  case ruleNeverHolds = "Y2015"
  case ruleAlwaysHolds = "Y2016"
  case phraseNotFound = "Y2017"
  case unreadFile = "Y2018"
  case lowContrast = "Y2019"

  case surveyData = "Y2201"
  case unlistedUnit = "Y2202"
  case lackingColumn = "Y2203"

  package var severity: Finding.Severity {
    switch self {
    case .implausibleEncoding, .badValue, .doubtfulSeparator, .messageNote, .absentColumn,
      .identicalRepeat,
      .industryDiffers, .unknownRow,
      .differsFromBureau, .cumulativeDiffers, .notReported, .blankValue, .sheetNotUsed,
      .moreFindings, .columnRenamed, .columnLost, .absentRow, .januaryAlone, .unknownArea,
      .outsidePopulation, .correctionNotFound, .partsDiffer, .valueSlip, .rowSlip, .columnSlip,
      .ruleWarning, .waiverExpired, .ruleAlwaysHolds, .doubtfulUnitCode, .identicalReports,
      .doubtfulReportDate,
      .unreadFile, .lowContrast:
      .warning
    case .unknownColumn, .columnMoved, .columnAdded, .numberFromText, .corrected, .otherSeries,
      .newUnit, .goneUnit, .ruleNote, .waivedFailure:
      .info
    default:
      .error
    }
  }

  /// Whether it is an error in the office's own definitions, so that the exit status is 78, not 65.
  package var isConfiguration: Bool { rawValue.hasPrefix("Y20") && severity == .error }
}

// SPDX-License-Identifier: Apache-2.0

/// How the returns of one period lie in files.
struct ReturnsArrangement: Hashable, Sendable {
  enum Parts: Hashable, Sendable { case one, files, sheets }

  let dialect: FileDialect
  var parts = Parts.one
}

extension SyntheticWorkspace.Format {
  /// For the workspace's period number `number`, from 0.
  func returns(_ number: Int) -> ReturnsArrangement {
    switch self {
    case .csv: ReturnsArrangement(dialect: .plainCSV)
    case .spreadsheetML: ReturnsArrangement(dialect: .xml)
    case .mixed: Self.rotation[number % Self.rotation.count]
    }
  }

  /// Of a bureau's table of value added.
  func bureau(_ number: Int) -> FileDialect {
    switch self {
    case .csv: .plainCSV
    case .spreadsheetML: .xml
    case .mixed: [.chineseCSV, .xml, .markedCSV][number % 3]
    }
  }

  var investment: FileDialect {
    switch self {
    case .csv: .plainCSV
    case .spreadsheetML: .xml
    case .mixed: .chineseCSV
    }
  }

  private static let rotation = [
    ReturnsArrangement(dialect: .chineseCSV),
    ReturnsArrangement(dialect: .markedCSV),
    ReturnsArrangement(dialect: .xml),
    ReturnsArrangement(dialect: .plainCSV, parts: .files),
    ReturnsArrangement(dialect: .xmlNamedXLS, parts: .sheets),
    ReturnsArrangement(dialect: .chineseWindowsCSV),
    ReturnsArrangement(dialect: .chineseXML),
  ]
}

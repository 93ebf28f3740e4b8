// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Figures as SDMX-CSV 2.0 (SDMX 3.0, "SDMX-CSV field guide"), which other statistical tools read.
///
/// Columns and codes are documented in Documentation/SDMX.md; they are kept.
package struct SDMXCSV {
  /// `Area.id`, the reference area of all figures.
  let area: String

  package init(area: String) { self.area = area }

  static let structure = "YUEBAO:FIGURES(1.0.0)"

  package static let columns = [
    "STRUCTURE", "STRUCTURE_ID", "ACTION", "FREQ", "REF_AREA", "INDICATOR", "SECTOR", "BREAKDOWN",
    "BASIS", "MEASURE", "TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "UNIT_MEASURE", "UNIT_MULT",
    "DECIMALS", "CONF_STATUS", "COMMENT_OBS",
  ]

  /// A header, and one line a figure in their order, each with a line feed behind.
  package func text(_ figures: [Figure]) -> String {
    // No field needs quotes: they are ids, numbers and words joined by blanks.
    ([Self.columns] + figures.map(fields)).map { $0.joined(separator: ",") + "\n" }.joined()
  }

  private func fields(_ figure: Figure) -> [String] {
    let name = figure.name
    let sector = SectorName(name.sector)
    let dimensions = [
      name.period.sdmxFrequency, SDMXID.escaped(area), SDMXID.escaped(name.indicator),
      SDMXID.escaped(sector.sector), SDMXID.breakdown(sector.part), name.basis.rawValue,
      SDMXID.escaped(name.measure.rawValue), name.period.sdmxText,
    ]
    let attributes = [
      ObservationStatus(figure).rawValue, figure.unit.sdmxMeasure, String(figure.unit.exponent),
      String(figure.decimals), figure.value == .missing(.confidential) ? "C" : "",
      Self.comment(figure),
    ]
    return ["dataflow", Self.structure, "I"] + dimensions + [Self.value(figure)] + attributes
  }

  /// Exact where the decimal ends, else rounded to 15 places. A missing number is `NaN` (SDMX 3.0, section 6,
  /// "intentionally missing"): an empty field would say that nothing is told, and stops readers of numbers.
  private static func value(_ figure: Figure) -> String {
    figure.exact.map { $0.exactDecimal?.description ?? $0.rounded(decimals: 15) } ?? "NaN"
  }

  /// What one status does not hold: the reason and all marks, by their ids.
  private static func comment(_ figure: Figure) -> String {
    var words = figure.marks.map(\.rawValue).sorted()
    if case .missing(let reason) = figure.value { words.insert(reason.rawValue, at: 0) }
    return words.joined(separator: " ")
  }
}

/// SDMX's code list CL_OBS_STATUS, as far as figures have use for it.
enum ObservationStatus: String {
  case normal = "A"
  case seriesBreak = "B"
  case estimated = "E"
  case provisional = "P"
  /// Missing, for no reason that has a code of its own.
  case missing = "O"
  /// Data cannot exist.
  case cannotExist = "M"
  /// Data exist but were not collected.
  case notCollected = "L"
  case suppressed = "Q"

  /// Where several are true, the first in the order of the SDMX guideline "Possible ways of
  /// implementing CL_OBS_STATUS" (version 2.0, 2019, §2): B, O, M, L, Q, E, P, A.
  init(_ figure: Figure) {
    if figure.marks.contains(.seriesBreak) {
      self = .seriesBreak
    } else if case .missing(let reason) = figure.value {
      self.init(reason)
    } else if figure.isApproximate {
      self = .estimated
    } else if figure.marks.contains(.provisional) {
      self = .provisional
    } else {
      self = .normal
    }
  }

  private init(_ reason: MissingReason) {
    self =
      switch reason {
      case .confidential: .suppressed
      case .notSurveyed: .notCollected
      case .noBase, .hardlyChanged, .notApplicable: .cannotExist
      case .empty, .marked, .errorValue, .notReported, .partMissing: .missing
      }
  }
}

extension Period {
  /// A code of CL_FREQ. January and February together are an observation of a monthly series.
  fileprivate var sdmxFrequency: String {
    switch months.count {
    case 12: "A"
    case 6: "S"
    case 3: "Q"
    default: "M"
    }
  }

  /// An observational time period (SDMX 3.0, section 6, §4.2): `2021-05`, `2021-Q1`, `2021-S1`,
  /// `2021`; January and February together are the time range `2021-01-01/P2M`.
  fileprivate var sdmxText: String {
    switch months.count {
    case 6: "\(year)-S\(months.upperBound / 6)"
    case 2: "\(year)-01-01/P2M"
    default: description
    }
  }
}

extension UnitOfMeasure {
  /// The base unit's code: `CNY` of 亿元, `CNY_PERS` of 万元/人. The power of ten is UNIT_MULT.
  fileprivate var sdmxMeasure: String {
    dimension.sdmxCode + (divisor.map { "_" + $0.sdmxCode } ?? "")
  }
}

extension UnitOfMeasure.Dimension {
  /// Money by ISO 4217; the others are Yuebao's own list.
  fileprivate var sdmxCode: String {
    switch self {
    case .money: "CNY"
    case .usDollar: "USD"
    case .euro: "EUR"
    case .percent: "PC"
    case .percentagePoint: "PP"
    case .person: "PERS"
    case .participation: "PARTICIPATION"
    case .unit: "UNIT"
    case .household: "HOUSEHOLD"
    case .item: "ITEM"
    case .action: "ACTION"
    case .set: "SET"
    case .area: "MU"
    case .electricity: "KWH"
    case .tonne: "TONNE"
    case .squareMetre: "M2"
    case .cubicMetre: "M3"
    case .index: "IX"
    case .place: "RANK"
    }
  }
}

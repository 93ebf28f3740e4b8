// SPDX-License-Identifier: Apache-2.0
import Statistics

/// How a form is laid out in a file (版式): one file in `Input/layouts/`. All headers are folded.
package struct Layout: Sendable {
  package let file: String
  package let form: String
  package let name: LocalizedName
  let recognition: Recognition
  /// Rows that the header takes, 1…4; upper ones span those below.
  let headerRows: Int
  let period: PeriodPlace
  let area: AreaPlace
  /// First words of rows that are no data, beside the usual ones.
  let footer: [String]
  /// What texts stand for a missing value, beside the usual ones.
  let marks: [String: MissingReason]
  let shape: Shape
  /// Every header that the layout names; each row above a header is compared with them.
  let knownHeaders: Set<String>

  /// What makes a sheet this form.
  struct Recognition: Sendable {
    /// Words that one cell above the header, or the sheet's name, must hold, all of them.
    let titleWords: [String]
    /// Form numbers (表号), one of which a cell above the header must hold; empty for none.
    let formNumbers: [String]
    /// Headers that must all stand in the header rows, alternatives each.
    let headers: [[String]]
  }

  /// Where the period stands, apart from a column of its own.
  struct PeriodPlace: Sendable {
    enum Source: String, Sendable, CaseIterable {
      /// The lines above the header.
      case title
      case sheet, file
    }

    /// Labels above the table whose cell, or the next one, says it.
    var field: [String] = []
    var cell: CellPlace?
    /// Which texts may say it, in this order.
    var sources = Source.allCases
  }

  struct CellPlace: Hashable, Sendable {
    let row: Int
    let column: Int
  }

  /// Which area a table is of.
  enum AreaPlace: Sendable {
    case area(String)
    /// The area that a line above the header, or the sheet's name, names; else the office's own.
    case title
    /// A label above the table; without it, the area with the id `otherwise`.
    case field([String], otherwise: String)
  }

  enum Shape: Sendable {
    case unitRows(UnitRowsLayout)
    case unitForm(UnitFormLayout)
    case bureauTable(BureauTableLayout)
    case series(SeriesLayout)
    case long(LongLayout)

    /// The headers that it names.
    var headers: Set<String> {
      switch self {
      case .unitRows(let layout): layout.knownHeaders
      case .unitForm(let layout): layout.knownHeaders
      case .bureauTable(let layout):
        Set(layout.label + layout.code + layout.ignored + layout.columns.flatMap(\.headers))
      case .series(let layout): Set(layout.label + layout.ignored)
      case .long(let layout): layout.knownHeaders
      }
    }
  }

  init(
    file: String, form: String, name: LocalizedName, recognition: Recognition, headerRows: Int,
    period: PeriodPlace, area: AreaPlace, footer: [String], marks: [String: MissingReason],
    shape: Shape
  ) {
    self.file = file
    self.form = form
    self.name = name
    self.recognition = recognition
    self.headerRows = headerRows
    self.period = period
    self.area = area
    self.footer = footer
    self.marks = marks
    self.shape = shape
    knownHeaders = shape.headers.union(recognition.headers.joined())
  }
}

/// One row a unit.
struct UnitRowsLayout: Sendable {
  /// One column that holds a value of an indicator.
  struct Value: Sendable {
    let header: String
    let slot: ReturnSlot
    /// What it counts where the header does not say.
    let unit: UnitOfMeasure
    let isRequired: Bool
  }

  /// Alternatives, the first found counts.
  let unit: [String]
  let industry: [String]
  let period: [String]
  let ignored: [String]
  let values: [Value]
  let population: Population

  var knownHeaders: Set<String> {
    Set(unit + industry + period + ignored + values.map(\.header))
  }
}

/// Who files a form.
enum Population: String, Sendable, CaseIterable {
  /// The units of the register, each of them.
  case register
  /// Whoever has something to report, such as the projects of an investment form: keys need not be
  /// in the register and nobody is missed.
  case open
}

/// One form a unit: fields above, a row an indicator.
struct UnitFormLayout: Sendable {
  struct Value: Sendable {
    let indicator: Int
    /// The row's code; `nil` where the label alone says it.
    let code: String?
    /// What the row's label must hold, folded.
    let label: String?
    let unit: UnitOfMeasure
    /// Parts that must be filled in, by their word.
    let required: Set<ValuePart>
  }

  /// Labels above the table, alternatives each.
  let unit: [String]
  let industry: [String]
  let code: [String]
  let label: [String]
  let unitOfMeasure: [String]
  let columns: [(part: ValuePart, headers: [String])]
  let values: [Value]
  /// Rows whose code is a class of the classification are that class's part of this indicator.
  let industries: Int?
  let ignored: [String]
  let population: Population

  var knownHeaders: Set<String> {
    Set(code + label + unitOfMeasure + columns.flatMap(\.headers))
  }
}

/// The four values that a return can have of an indicator.
enum ValuePart: String, Hashable, Sendable, CaseIterable {
  case month, ytd
  case referenceMonth = "reference_month"
  case referenceYtd = "reference_ytd"

  var basis: Basis {
    switch self {
    case .month, .referenceMonth: .month
    case .ytd, .referenceYtd: .ytd
    }
  }

  var side: Side {
    switch self {
    case .month, .ytd: .current
    case .referenceMonth, .referenceYtd: .reference
    }
  }

  func slot(of indicator: Int) -> ReturnSlot {
    ReturnSlot(indicator: indicator, basis: basis, side: side)
  }
}

/// Rows are sectors, industries or indicators; columns are measures.
struct BureauTableLayout: Sendable {
  struct Column: Sendable {
    let headers: [String]
    let basis: Basis
    let measure: Measure
  }

  enum Rows: Sendable {
    /// Labels name sectors; all values are of one indicator.
    case sectors(of: Indicator)
    /// Labels or codes name sectors or categories of the classification.
    case industries(of: Indicator)
    /// Labels name indicators; all values are of the total.
    case indicators
  }

  let rows: Rows
  let label: [String]
  /// Headers of a column with industry codes; empty for none.
  let code: [String]
  let unit: UnitOfMeasure
  let skipped: [String]
  let ignored: [String]
  let columns: [Column]
}

/// Values over time: one of rows and columns are periods, the other indicators or areas.
struct SeriesLayout: Sendable {
  enum Axis: String, Sendable, CaseIterable { case indicators, areas, periods }

  /// How the end of an indicator's label says what is measured.
  struct Ending: Sendable {
    let text: String
    let basis: Basis
    let measure: Measure
  }

  let rows: Axis
  let columns: Axis
  let label: [String]
  let ignored: [String]
  /// Where neither axis names the indicator: an id, or labels above the table that are followed by
  /// the indicator's name.
  let indicator: Fixed?
  let endings: [Ending]
  let skipped: [String]

  enum Fixed: Sendable {
    case id(String)
    case field([String])
  }
}

/// One row an observation; SDMX too.
struct LongLayout: Sendable {
  /// Which rows are of which indicator.
  struct Series: Sendable {
    let indicator: Indicator
    let basis: Basis
    let measure: Measure
    let unit: UnitOfMeasure?
    /// Folded header and the texts that the cell may be.
    let conditions: [(header: String, texts: Set<String>)]
  }

  /// Headers, alternatives each; empty where there is no such column.
  let indicator: [String]
  let area: [String]
  let sector: [String]
  let period: [String]
  let value: [String]
  let unitOfMeasure: [String]
  /// A power of ten that the value is to be multiplied by.
  let multiplier: [String]
  let series: [Series]
  /// Basis and measure where rows name their indicator themselves.
  let basis: Basis
  let measure: Measure
  /// What codes in the file mean here, by column key (`indicator`, `area`, `sector`, `unit`).
  let codes: [String: [String: String]]
  let ignored: [String]

  var knownHeaders: Set<String> {
    Set(
      indicator + area + sector + period + value + unitOfMeasure + multiplier + ignored
        + series.flatMap { $0.conditions.map(\.header) })
  }
}

/// Where the register's columns stand. Headers as written.
struct RegisterLayout: Sendable {
  /// The file's name in `Input/reference/`.
  let file: String
  let unit: String
  let name: String
  let industry: String
  let enters: String?
  let leaves: String?
  let flags: [String]
  let attributes: [Attribute]

  /// A column whose values units are grouped by.
  struct Attribute: Sendable {
    let id: String
    /// Alternatives, the first found counts; at least one.
    let headers: [String]
  }

  /// The attribute that rules know as `register.community` (社区).
  static let community = "community"
}

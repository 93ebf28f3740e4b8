// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The shape `yuebao.figures/2`, documented in Documentation/JSON.md.
struct FiguresDocument: Encodable {
  let schema = "yuebao.figures/2"
  /// `Area.id`.
  let area: String
  let figures: [Entry]

  init(area: String, figures: [Figure]) {
    self.area = area
    self.figures = figures.map(Entry.init)
  }

  struct Entry: Encodable {
    let name: String
    let key: Key
    let period: String
    let value: Value

    init(_ figure: Figure) {
      name = figure.name.description
      key = Key(figure)
      period = figure.name.period.description
      value = Value(figure)
    }

    private enum CodingKeys: String, CodingKey { case name, period }

    /// One flat object.
    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(name, forKey: .name)
      try container.encode(period, forKey: .period)
      try key.encode(to: encoder)
      try value.encode(to: encoder)
    }
  }

  /// What all figures of a series share.
  struct Key: Encodable {
    let indicator: String
    let sector: String
    let part: Part?
    let basis: String
    let measure: String
    let unit: String
    let decimals: Int

    init(_ figure: Figure) {
      let sector = SectorName(figure.name.sector)
      indicator = figure.name.indicator
      self.sector = sector.sector
      part = sector.part.map(Part.init)
      basis = figure.name.basis.rawValue
      measure = figure.name.measure.rawValue
      unit = figure.unit.symbol
      decimals = figure.decimals
    }
  }

  struct Part: Encodable {
    let dimension: String
    let value: String

    init(_ part: SectorName.Part) {
      dimension = part.dimension.id
      value = part.value
    }
  }

  struct Value: Encodable {
    let value: String?
    let rounded: String?
    let missing: String?
    let origin: String
    let marks: [String]
    let ownValue: String?
    let difference: String?

    private enum CodingKeys: String, CodingKey {
      case value, rounded, missing, origin, marks, difference
      case ownValue = "own_value"
    }

    init(_ figure: Figure) {
      value = figure.exact?.exactText
      rounded = figure.rounded
      missing = figure.missingReason?.rawValue
      origin = figure.origin.rawValue
      marks = figure.marks.map(\.rawValue).sorted()
      ownValue = figure.ownValue?.exactText
      difference = figure.differenceToOwn?.exactText
    }
  }
}

/// The shape `yuebao.series/1`, documented in Documentation/JSON.md.
struct SeriesDocument: Encodable {
  let schema = "yuebao.series/1"
  /// `Area.id`.
  let area: String
  let periods: [String]
  let series: [Entry]

  init(area: String, periods: [Period], series: [FigureSeries]) {
    self.area = area
    self.periods = periods.map(\.description)
    self.series = series.compactMap(Entry.init)
  }

  struct Entry: Encodable {
    let name: String
    let key: FiguresDocument.Key
    let breaks: [String]
    let figures: [Point]

    init?(_ series: FigureSeries) {
      guard let first = series.figures.first else { return nil }
      name = series.name
      key = FiguresDocument.Key(first)
      breaks = series.breaks.map(\.description)
      figures = series.figures.map(Point.init)
    }

    private enum CodingKeys: String, CodingKey { case name, breaks, figures }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(name, forKey: .name)
      try container.encode(breaks, forKey: .breaks)
      try container.encode(figures, forKey: .figures)
      try key.encode(to: encoder)
    }
  }

  struct Point: Encodable {
    let period: String
    let value: FiguresDocument.Value

    init(_ figure: Figure) {
      period = figure.name.period.description
      value = FiguresDocument.Value(figure)
    }

    private enum CodingKeys: String, CodingKey { case period }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.container(keyedBy: CodingKeys.self)
      try container.encode(period, forKey: .period)
      try value.encode(to: encoder)
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Every figure that the input supports, computed on demand.
///
/// A bureau's figure is printed where it exists, with the own sum beside it. A derived figure is
/// computed from one source alone: from the bureau's table where all its parts stand there without
/// back-casting, else from the returns, else from the bureau's with a back-cast same-period value
/// and then marked approximate (Documentation/Decisions/0003).
package struct Figures: Sendable {
  package let definitions: FigureDefinitions
  let own: OwnAmounts
  let bureau: BureauAmounts
  /// Of other areas, by `Area.id`.
  let others: [String: BureauAmounts]
  /// The parts that the own area's tables state.
  private let statedParts: StatedParts
  /// The survey periods with any data, oldest first.
  package let periods: [Period]
  /// Those with unit returns, oldest first; where there are none at all, those of bureau tables. A
  /// table that a bureau sends ahead of the returns does not make a newest period.
  package let returnPeriods: [Period]

  /// - Parameters:
  ///   - dimensions: what sectors are broken down by, besides divisions. One of them may be an attribute,
  ///     which the cube is then broken down by.
  ///   - others: what tables state of other areas.
  package init(
    _ definitions: FigureDefinitions, cube: Cube, bureau: [FigureName: BureauObservation],
    others: [AreaFigure: BureauObservation] = [:], dimensions: [SectorName.Dimension] = []
  ) {
    self.definitions = definitions
    let divisions = SectorName.Dimension.level(.division)
    let all = dimensions.contains(divisions) ? dimensions : [divisions] + dimensions
    own = OwnAmounts(
      definitions: definitions,
      cells: SectorCells(cube: cube, definitions: definitions, dimensions: all))
    let statements = definitions.byPart(bureau)
    self.bureau = BureauAmounts(observations: statements)
    statedParts = StatedParts(statements)
    self.others = Dictionary(grouping: others) { $0.key.area }.mapValues { statements in
      BureauAmounts(
        observations: definitions.byPart(
          Dictionary(uniqueKeysWithValues: statements.map { ($0.key.name, $0.value) })))
    }
    let tablePeriods = bureau.keys.map(\.period).filter(\.isSurveyPeriod)
    periods = Set(cube.periods).union(tablePeriods).sorted()
    returnPeriods = cube.periods.isEmpty ? periods : cube.periods
  }

  /// The sector that shares and pulls refer to.
  package static let total = "total"

  package var indicators: [Indicator] { definitions.indicators }
  package var sectors: [Sector] { definitions.sectors }

  /// The parts that a sector's units of a period fall into, and those that tables state, sorted.
  package func parts(
    of sector: Sector, by dimension: SectorName.Dimension, in period: Period
  ) -> [SectorName] {
    let ofUnits = own.cells.parts(of: sector.id, by: dimension, in: period.lastSurveyPeriod)
    let stated = statedParts.parts(of: sector.id, by: dimension, in: period)
    return Set(ofUnits).union(stated).sorted().map {
      SectorName(sector: sector.id, part: .init(dimension, $0))
    }
  }

  // MARK: - One figure

  /// Computes one figure.
  ///
  /// - Throws: `FigureError` for a name that does not resolve and for overflow. A figure that
  ///   cannot be computed from the input is returned as missing, with its reason.
  package func figure(_ name: FigureName) throws(FigureError) -> Figure {
    try derived(name).figure
  }

  /// Computes one figure, with how it came about.
  package func derived(_ name: FigureName) throws(FigureError) -> DerivedFigure {
    guard let indicator = definitions.indicator(name.indicator) else {
      throw .unknownIndicator(name.indicator, known: indicators.map(\.id))
    }
    let sectorName = SectorName(name.sector)
    guard let sector = sectors.first(where: { $0.id == sectorName.sector }) else {
      throw .unknownSector(name.sector, known: sectors.map(\.id))
    }
    if case .gap(let area) = name.measure,
      !definitions.comparators.contains(where: { $0.id == area })
    {
      throw .unknownArea(area, known: definitions.comparators.map(\.id))
    }
    do {
      let computed = try compute(name, of: indicator)
      return try derived(computed, name, indicator, sector)
    } catch {
      throw .arithmetic(error, name)
    }
  }

  private func derived(
    _ computed: Computed, _ name: FigureName, _ indicator: Indicator, _ sector: Sector
  ) throws(ArithmeticError) -> DerivedFigure {
    let derivation = try computed.printed.converted(to: name.measure.unit(of: indicator)).named(
      name)
    let value: Figure.Value =
      switch derivation.value {
      case .known(let ratio): .known(ratio)
      case .missing(let reason): .missing(reason)
      }
    let figure = Figure(
      name: name, unit: name.measure.unit(of: indicator),
      decimals: name.measure.decimals(of: indicator), value: value, origin: computed.origin,
      marks: derivation.marks(of: name, indicator, sector), ownValue: computed.own?.ratio)
    return DerivedFigure(figure: figure, derivation: derivation, own: computed.own)
  }

  /// What the whole of a part's shares and pulls is: the sector that is broken down; of a sector, the
  /// total.
  func whole(of name: FigureName) -> FigureName {
    let sector = SectorName(name.sector)
    return name.with(sector: sector.part == nil ? Figures.total : sector.sector)
  }

  private func compute(
    _ name: FigureName, of indicator: Indicator
  ) throws(ArithmeticError) -> Computed {
    switch name.measure {
    case .level: try level(name, of: indicator)
    case .yoy: try yoy(name, of: indicator)
    case .yoyNominal: try yoyNominal(name, of: indicator)
    case .yoyComparable: try yoyComparable(name, of: indicator)
    case .yoyChange: try yoyChange(name, of: indicator)
    case .mom: try mom(name, of: indicator)
    case .change: try change(name, of: indicator)
    case .share: try share(name, of: indicator)
    case .shareChange: try shareChange(name, of: indicator)
    case .contribution: try contribution(name, of: indicator)
    case .pull: try pull(name, of: indicator)
    case .gap(let area): try gap(name, to: area, of: indicator)
    case .units: units(name, of: indicator)
    case .industries: try industries(name, .count)
    case .industriesGrowing: try industries(name, .countGrowing)
    case .industriesGrowingShare: try industriesGrowingShare(name)
    case .twoYearAverage: try twoYearAverage(name, of: indicator)
    case .growthSince(let year): try growth(name, since: year, isYearly: false, of: indicator)
    case .averageGrowthSince(let year): try growth(name, since: year, isYearly: true, of: indicator)
    case .average: try average(name, of: indicator)
    case .end: try end(name, of: indicator)
    case .rank(let ranked): try rank(name, by: ranked, of: indicator)
    }
  }
}

/// A figure with how it came about.
package struct DerivedFigure: Sendable {
  package let figure: Figure
  /// Of the printed value.
  package let derivation: Derivation
  /// Of the own value that stands beside a bureau's.
  package let own: Derivation?
}

/// Why a figure cannot be computed at all.
package enum FigureError: Error, Hashable, Sendable {
  case unknownIndicator(String, known: [String])
  case unknownSector(String, known: [String])
  /// An area that is no comparator.
  case unknownArea(String, known: [String])
  case arithmetic(ArithmeticError, FigureName)
}

/// A figure's value before it has a name.
struct Computed {
  var printed: Derivation
  var origin: Figure.Origin
  var own: Derivation?

  static var notApplicable: Computed {
    Computed(printed: .missing(.notApplicable), origin: .returns)
  }

  static func own(_ derivation: Derivation) -> Computed {
    Computed(printed: derivation, origin: derivation.isFromTable ? .bureau : .returns)
  }

  /// The bureau's value where it exists, with the own beside it; else the own.
  static func preferring(_ bureau: Derivation, to own: Derivation) -> Computed {
    guard bureau.ratio != nil else { return Computed(printed: own, origin: .returns) }
    return Computed(
      printed: bureau, origin: .bureau, own: own.ratio == nil ? nil : own)
  }

  /// A bureau's own statement first, then the exact own value, then the back-cast one.
  static func preferringExact(
    own: Derivation, stated: Derivation, approximate: Derivation
  ) -> Computed {
    if stated.ratio != nil { return .preferring(stated, to: own) }
    if own.ratio != nil || approximate.ratio == nil {
      return Computed(printed: own, origin: .returns)
    }
    return Computed(printed: approximate, origin: .bureau)
  }
}

// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Every figure that the input supports, computed on demand.
///
/// A bureau's figure is printed where it exists, with the own sum beside it. A derived figure is
/// computed from one source alone: from the bureau's table where all its parts stand there without
/// back-casting, else from the returns, else from the bureau's with a back-cast same-period value
/// and then marked approximate (Documentation/Decisions/0003).
package struct Figures: Sendable {
  package let indicators: [Indicator]
  /// In the order of printing.
  package let sectors: [Sector]
  let own: OwnAmounts
  let bureau: BureauAmounts

  /// - Parameter flagNames: the register's flags by their position in `RegisterFlags`.
  package init(
    indicators: [Indicator], sectors: [Sector], flagNames: [String], cube: Cube,
    bureau: [FigureName: BureauObservation]
  ) {
    self.indicators = indicators
    self.sectors = sectors
    own = OwnAmounts(
      indicators: indicators, sums: SectorSums(cube: cube, sectors: sectors, flagNames: flagNames))
    self.bureau = BureauAmounts(observations: bureau)
    periods = Set(cube.periods).union(bureau.keys.map(\.period)).sorted()
    returnPeriods = cube.strata.isEmpty ? periods : cube.periods
  }

  /// The survey periods with any data, oldest first.
  package let periods: [Period]
  /// Those with unit returns, oldest first; where there are none at all, those of bureau tables. A
  /// table that a bureau sends ahead of the returns does not make a newest period.
  package let returnPeriods: [Period]

  /// The sector that shares and pulls refer to.
  package static let total = "total"

  /// Computes one figure.
  ///
  /// - Throws: `FigureError` for a name that does not resolve and for overflow. A figure that
  ///   cannot be computed from the input is returned as missing, with its reason.
  package func figure(_ name: FigureName) throws(FigureError) -> Figure {
    guard let indicator = indicators.first(where: { $0.id == name.indicator }) else {
      throw .unknownIndicator(name.indicator, known: indicators.map(\.id))
    }
    guard sectors.contains(where: { $0.id == name.sector }) else {
      throw .unknownSector(name.sector, known: sectors.map(\.id))
    }
    do {
      return try compute(name, of: indicator)
    } catch {
      throw .arithmetic(error, name)
    }
  }

  /// The figures of one period: by indicator, sector, basis and measure, in the order of printing.
  ///
  /// Combinations for which no file carries anything are left out, not listed as missing.
  package func all(of period: Period) throws(FigureError) -> [Figure] {
    var figures: [Figure] = []
    for indicator in indicators {
      for sector in sectors {
        for basis in Basis.allCases {
          let group = try Measure.allCases.map { measure throws(FigureError) in
            try figure(
              FigureName(
                indicator: indicator.id, sector: sector.id, basis: basis, measure: measure,
                period: period))
          }
          if group.contains(where: { $0.exact != nil }) { figures += group }
        }
      }
    }
    return figures
  }

  private func compute(
    _ name: FigureName, of indicator: Indicator
  ) throws(ArithmeticError) -> Figure {
    let computed: Computed
    switch name.measure {
    case .level: computed = try level(name, of: indicator)
    case .yoy: computed = try yoy(name, of: indicator)
    case .yoyChange: computed = try yoyChange(name, of: indicator)
    case .share: computed = try share(name, of: indicator)
    case .shareChange: computed = try shareChange(name, of: indicator)
    case .pull: computed = try pull(name, of: indicator)
    }
    return Figure(
      name: name, unit: name.measure.unit(of: indicator),
      decimals: name.measure == .level ? indicator.decimals : 1, value: computed.printed.asValue,
      origin: computed.origin, isApproximate: computed.isApproximate, ownValue: computed.ownValue)
  }
}

/// Why a figure cannot be computed at all.
package enum FigureError: Error, Hashable, Sendable {
  case unknownIndicator(String, known: [String])
  case unknownSector(String, known: [String])
  case arithmetic(ArithmeticError, FigureName)
}

/// A figure's value before it has a name.
struct Computed {
  var printed: Amount
  var origin: Figure.Origin
  var isApproximate = false
  var ownValue: Ratio?

  /// The bureau's value where it exists, with the own beside it; else the own.
  static func preferring(_ bureau: Amount, to own: Amount) -> Computed {
    guard bureau.ratio != nil else { return Computed(printed: own, origin: .returns) }
    return Computed(printed: bureau, origin: .bureau, ownValue: own.ratio)
  }
}

extension Amount {
  fileprivate var asValue: Figure.Value {
    switch self {
    case .known(let ratio): .known(ratio)
    case .missing(let reason): .missing(reason)
    }
  }
}

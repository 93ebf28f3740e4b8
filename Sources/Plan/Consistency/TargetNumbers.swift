// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

/// The numbers that targets promise, with the figures that they are of.
struct TargetNumbers {
  /// A target that a figure measures.
  private struct Measured {
    let target: Target
    let name: FigureName

    /// Whether the figure's own level is promised, and not how fast it grows.
    var isLevel: Bool { name.measure == .level && target.kind != .compoundedRate }
  }

  private let targets: [Target]
  private let measured: [Measured]
  private let plan: PlanDefinition
  private let indicators: [Indicator]

  init(_ targets: [Target], _ plan: PlanDefinition, _ indicators: [Indicator]) {
    self.targets = targets
    self.plan = plan
    self.indicators = indicators
    // Which period a name is of does not matter here.
    let period = Period(year: 2000, month: 12)
    measured = targets.compactMap { target in
      guard let series = target.series, let period,
        let name = FigureName(series: series, period: period)
      else { return nil }
      return Measured(target: target, name: name)
    }
  }

  private func years(of target: Target) -> Int {
    TargetSpan(target, plan, in: plan.endYear).years
  }

  // MARK: - Growth

  var levelsAndRates: [ConsistencyNote] {
    measured.filter { $0.isLevel && $0.target.baseline?.value != nil }
      .flatMap { level in
        measured.filter { $0.target.kind == .compoundedRate && $0.name.isOf(level.name) }
          .compactMap { note(level.target, $0.target) }
      }
  }

  private func note(_ level: Target, _ rate: Target) -> ConsistencyNote? {
    let years = years(of: level)
    guard let base = level.baseline?.value.map({ Ratio($0) }), base > .zero,
      let factor = try? Ratio(level.value).divided(by: base),
      let needed = yearly(factor, over: years),
      let growth = try? Ratio(rate.value).asFactor,
      let end = try? base.multiplied(by: growth),
      let path = RatePath(from: base, to: end, elapsed: years, total: 1),
      let reached = try? path.value().value
    else { return nil }
    return .levelAndRate(
      .init(level: level, rate: rate, neededRate: needed, reachedLevel: reached))
  }

  /// The growth a year in % that makes such a factor in so many years.
  private func yearly(_ factor: Ratio, over years: Int) -> Ratio? {
    let path = RatePath(from: Ratio(1), to: factor, elapsed: 1, total: years)
    return try? path?.value().value.asGrowth
  }

  var growthsPerYear: [ConsistencyNote] {
    targets.filter { $0.kind == .cumulativeGrowth && years(of: $0) > 1 }.compactMap { target in
      guard let factor = try? Ratio(target.value).asFactor,
        let rate = yearly(factor, over: years(of: target))
      else { return nil }
      return .growthPerYear(target: target, rate: rate)
    }
  }

  // MARK: - Parts

  /// A quotient's target and a target of what it is divided by.
  var sharesOfCounts: [ConsistencyNote] {
    measured.filter { $0.isLevel && $0.target.unit == .percent }.flatMap { share in
      measured.filter { isDenominator($0, of: share) }.compactMap { whole in
        part(of: whole.target, share.target).map {
          .shareOfCount(share: share.target, whole: whole.target, part: $0)
        }
      }
    }
  }

  private func isDenominator(_ whole: Measured, of share: Measured) -> Bool {
    let indicator = indicators.first { $0.id == share.name.indicator }
    guard case .quotient(_, let bottom)? = indicator?.source else { return false }
    return whole.isLevel && whole.name.indicator == bottom.indicator
      && whole.name.sector == share.name.sector
  }

  private func part(of whole: Target, _ share: Target) -> Ratio? {
    guard let product = try? Ratio(whole.value).multiplied(by: Ratio(share.value)) else {
      return nil
    }
    return try? product.divided(by: Ratio(100))
  }

  /// Rows whose name begins with 其中 belong to the row before them that does not.
  var partsOfWholes: [ConsistencyNote] {
    var notes: [ConsistencyNote] = []
    var parts: [Target] = []
    for target in targets.reversed() {
      if target.name.hasPrefix("其中") {
        parts.insert(target, at: 0)
      } else {
        if let note = note(target, parts) { notes.insert(note, at: 0) }
        parts = []
      }
    }
    return notes
  }

  private func note(_ whole: Target, _ parts: [Target]) -> ConsistencyNote? {
    guard parts.count > 1, !whole.kind.isState,
      parts.allSatisfy({ $0.unit == whole.unit && $0.kind == whole.kind })
    else { return nil }
    var sum = Ratio.zero
    for part in parts {
      guard let more = try? sum.adding(Ratio(part.value)) else { return nil }
      sum = more
    }
    return .parts(whole: whole, parts: parts, sum: sum)
  }

  /// For every share of a total that is itself promised, the levels of other sectors above it.
  var levelsAboveShares: [ConsistencyNote] {
    measured.filter { $0.name.measure == .share }.flatMap { share in
      let whole = measured.first {
        $0.isLevel && $0.name == share.name.with(.level).with(sector: Figures.total)
      }
      guard let whole, let part = part(of: whole.target, share.target) else {
        return [ConsistencyNote]()
      }
      return measured.filter { level in
        level.isLevel && level.name.isOfSameIndicator(as: share.name)
          && level.name.sector != share.name.sector && level.name.sector != Figures.total
          && level.target.unit == whole.target.unit && Ratio(level.target.value) > part
      }.map {
        .levelAboveShare(
          level: $0.target, share: share.target, whole: whole.target, part: part)
      }
    }
  }
}

extension FigureName {
  /// Whether both are of one indicator and sector, whatever the measure.
  fileprivate func isOf(_ other: FigureName) -> Bool {
    isOfSameIndicator(as: other) && sector == other.sector
  }

  fileprivate func isOfSameIndicator(as other: FigureName) -> Bool {
    indicator == other.indicator && basis == other.basis
  }
}

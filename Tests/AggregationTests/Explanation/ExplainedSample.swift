// SPDX-License-Identifier: Apache-2.0
import Statistics

@testable import Aggregation

/// The sample with its returns kept, so that its figures can be explained.
struct ExplainedSample {
  var sample = Sample()
  /// What sectors are broken down by, besides divisions.
  var dimensions: [SectorName.Dimension] = []
  private(set) var returns: [UnitReturn] = []

  mutating func add(
    _ period: String, _ industry: String, flags: RegisterFlags = [],
    indicator: String = "value_added", _ values: Sample.Values
  ) throws {
    let unitReturn = try Sample.unitReturn(
      period, industry, unit: returns.count + 1, flags: flags, indicator: indicator, values)
    returns.append(unitReturn)
    sample.cube.add(unitReturn)
  }

  func explanation(
    _ series: String, _ period: String, limit: Int? = 10,
    _ change: @escaping ([UnitValue]) -> [UnitValue] = { $0 }
  ) throws -> Explanation {
    let figures = Figures(
      Sample.definitions, cube: sample.cube, bureau: sample.bureau, dimensions: dimensions)
    return try Explanation(of: Sample.name(series, period), in: figures, limit: limit) {
      (period, slot, _) in change(values(in: period, slot))
    }
  }

  private func values(in period: Period, _ slot: ReturnSlot?) -> [UnitValue] {
    returns.filter { $0.period == period }.map { unitReturn in
      UnitValue(
        unit: unitReturn.unit, name: nil, industry: unitReturn.industry, flags: unitReturn.flags,
        value: slot.map { unitReturn.values[$0.index] }, location: Location(file: "returns.csv"))
    }
  }
}

extension ExplanationNode {
  /// The node and all below it.
  var all: [ExplanationNode] { [self] + parts.flatMap(\.all) }

  var breakdown: ReturnsBreakdown? {
    guard case .returns(let breakdown) = source else { return nil }
    return breakdown
  }

  /// The exact value, or the reason in brackets.
  var text: String { ratio?.exactText ?? "(\(missingReason?.rawValue ?? ""))" }
}

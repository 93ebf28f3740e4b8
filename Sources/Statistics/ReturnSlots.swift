// SPDX-License-Identifier: Apache-2.0

/// Everything that is added up over a stratum's units: the slots of returns (`ReturnSlot`), then the
/// number of units, then for each least value that an indicator counts units by how many reach it.
package struct ReturnSlots: Sendable {
  /// A least value with the slots that are held against it.
  package struct Counted: Hashable, Sendable {
    package let minimum: Indicator.Minimum
    /// The indicator's position among the workspace's indicators.
    package let indicator: Int
  }

  private let indicators: Int
  package let counted: [Counted]

  package init(_ indicators: [Indicator]) {
    self.indicators = indicators.count
    var counted: [Counted] = []
    for indicator in indicators {
      guard case .units(.atLeast(let minimum)) = indicator.source,
        let position = indicators.firstIndex(where: { $0.id == minimum.indicator })
      else { continue }
      let next = Counted(minimum: minimum, indicator: position)
      if !counted.contains(next) { counted.append(next) }
    }
    self.counted = counted
  }

  package var count: Int { units + 1 + 2 * counted.count }

  /// The slot that counts units.
  package var units: Int { indicators * ReturnSlot.perIndicator }

  /// The slot that counts units whose value from January to the period is at least the minimum;
  /// the reference side counts by the same-period values.
  package func counting(_ position: Int, side: Side) -> Int {
    units + 1 + 2 * position + side.rawValue
  }

  /// As above; `nil` for a minimum that no indicator names.
  package func counting(_ minimum: Indicator.Minimum, side: Side) -> Int? {
    counted.firstIndex { $0.minimum == minimum }.map { counting($0, side: side) }
  }
}

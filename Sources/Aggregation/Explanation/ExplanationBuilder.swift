// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Turns what a figure was computed from into what is shown of it.
struct ExplanationBuilder {
  /// The figure that is explained.
  let name: FigureName
  let definitions: FigureDefinitions
  let limit: Int?
  let unitValues: Explanation.UnitValues

  /// Formulas lie in each other a few deep, so this ends.
  func node(
    _ derivation: Derivation, role: ExplanationNode.Role?, isFolded: Bool = false
  ) throws(ExplanationError) -> ExplanationNode {
    let source = try isFolded ? .folded : source(of: derivation)
    return ExplanationNode(
      role: role, name: derivation.name, side: derivation.side, value: derivation.value,
      unit: derivation.unit, decimals: decimals(derivation), isCut: derivation.isCut,
      source: source)
  }

  private func source(
    of derivation: Derivation
  ) throws(ExplanationError) -> ExplanationNode.Source {
    switch derivation.source {
    case .formula(let formula, let parts):
      return .formula(formula, try nodes(formula, parts))
    case .returns(let sum): return .returns(try breakdown(of: sum, derivation))
    case .stated(let observation): return .stated(observation)
    case .defined(let location): return .defined(location)
    case .nowhere: return .nowhere
    }
  }

  private func nodes(
    _ formula: Formula, _ parts: [Derivation]
  ) throws(ExplanationError) -> [ExplanationNode] {
    let roles = ExplanationNode.Role.roles(of: formula, parts)
    var nodes: [ExplanationNode] = []
    for (part, role) in zip(parts, roles) {
      nodes.append(try node(part, role: role, isFolded: folds(part, role, in: formula)))
    }
    return nodes
  }

  /// The many figures that a count or a ranking goes over.
  private func folds(
    _ part: Derivation, _ role: ExplanationNode.Role?, in formula: Formula
  ) -> Bool {
    guard limit != nil, part.name != nil else { return false }
    switch formula {
    case .count, .countGrowing: return true
    case .rank: return role == .other
    default: return false
    }
  }

  private func breakdown(
    of sum: ReturnsSum, _ derivation: Derivation
  ) throws(ExplanationError) -> ReturnsBreakdown {
    let values = sum.units(
      among: unitValues(sum.period, sum.slot, sum.attribute), definitions)
    let breakdown: ReturnsBreakdown
    do {
      breakdown = try ReturnsBreakdown(
        sum, sum.addition(derivation), values, in: derivation.unit, limit: limit,
        definitions.classification)
    } catch {
      throw .figure(.arithmetic(error, name))
    }
    guard breakdown.comesTo(derivation) else { throw .doesNotAddUp(name, sum) }
    return breakdown
  }

  // MARK: - Digits

  private func decimals(_ derivation: Derivation) -> Int {
    if let name = derivation.name, let indicator = definitions.indicator(name.indicator) {
      return name.measure.decimals(of: indicator)
    }
    switch derivation.source {
    case .defined: return derivation.ratio?.exactDecimal?.scale ?? 0
    case .returns(let sum):
      guard case .value(let slot) = sum.addend else { return 0 }
      return definitions.indicators[slot.indicator].decimals
    case .formula(.count, _), .formula(.countGrowing, _), .formula(.rank, _): return 0
    case .stated, .formula, .nowhere:
      if derivation.unit.isRate { return 1 }
      return derivation.parts.map(decimals).max() ?? 0
    }
  }
}

extension ReturnsSum {
  /// What is added up of each unit, for a derivation that is this sum.
  fileprivate func addition(_ derivation: Derivation) -> ReturnsBreakdown.Addition {
    switch addend {
    // The measure counts the units that the level is the sum of.
    case .value: derivation.name?.measure == .units ? .valuesGiven : .values
    case .unit: .returns
    case .atLeast: .valuesReaching
    }
  }
}

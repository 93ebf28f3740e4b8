// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Reports
import Statistics

/// A sum over returns for people: by division, then by unit.
struct BreakdownText {
  let breakdown: ReturnsBreakdown
  let words: ExplanationWords

  /// Where there is no sum, since units gave no value: these only.
  var parts: [TextTree] {
    let lines = breakdown.isIncomplete ? incompleteDivisions : divisions + units + rest
    return lines.map { TextTree(line: $0) } + missing
  }

  private var divisions: [String] {
    Self.aligned(
      breakdown.divisions.map { division in
        [
          name(of: division), words.exact(division.amount, breakdown.unit), "(\(division.units))",
        ]
      }, right: [1])
  }

  private var incompleteDivisions: [String] {
    Self.aligned(
      breakdown.divisions.filter { $0.missing > 0 }.map { division in
        let counts = [
          "missing": String(division.missing), "count": String(division.units + division.missing),
        ]
        return [name(of: division), words.say("division_missing", counts)]
      }, right: [])
  }

  private func name(of division: ReturnsBreakdown.Division) -> String {
    let name = division.name?[words.catalogue.language]
    return [division.code, name].compactMap(\.self).joined(separator: " ")
  }

  private var units: [String] {
    Self.aligned(
      breakdown.units.map { unit in
        [Self.code(unit.value), Self.name(unit.value)] + amounts(unit)
          + [unit.value.location.trace]
      }, right: [2])
  }

  /// What the unit adds, or is counted for; and as its file states it, where that is another unit
  /// of measure.
  private func amounts(_ unit: ReturnsBreakdown.Unit) -> [String] {
    guard let value = unit.value.value?.decimal, let slot = breakdown.sum.slot else {
      return ["", ""]
    }
    let printed =
      breakdown.addition == .values
      ? words.exact(unit.amount, breakdown.unit) : words.stated(value, of: slot)
    guard let stated = unit.value.statedUnit.map({ words.inUnit(value, $0) }), stated != printed
    else { return [printed, ""] }
    return [printed, words.say("as_stated", ["value": stated])]
  }

  private var rest: [String] {
    guard breakdown.rest.units > 0 else { return [] }
    let amount = breakdown.addition == .values
    return [
      words.say(
        "rest",
        [
          "count": String(breakdown.rest.units),
          "value": amount ? words.exact(breakdown.rest.amount, breakdown.unit) : "",
        ])
    ]
  }

  private var missing: [TextTree] {
    guard breakdown.missingCount > 0 else { return [] }
    let lines = Self.aligned(
      breakdown.missing.map { value in
        [
          Self.code(value), Self.name(value),
          value.value?.reason.map(words.catalogue.words) ?? "", value.location.trace,
        ]
      }, right: [])
    let more = breakdown.missingCount - breakdown.missing.count
    let rest = more > 0 ? [words.say("missing_rest", ["count": String(more)])] : []
    return [
      TextTree(
        line: words.say("missing_units", ["count": String(breakdown.missingCount)]),
        parts: (lines + rest).map { TextTree(line: $0) })
    ]
  }

  // MARK: - Columns

  private static func code(_ value: UnitValue) -> String { value.unit.description }

  /// The register's name, cut where it is wide.
  private static func name(_ value: UnitValue) -> String {
    var text = TerminalText(limit: 60)
    var name = value.name ?? ""
    name.withUTF8 { text.set($0) }
    return String(decoding: text.bytes, as: UTF8.self)
  }

  private static func aligned(_ rows: [[String]], right: Set<Int>) -> [String] {
    guard let columns = rows.first?.count else { return [] }
    // A column that is empty everywhere takes no room.
    let kept = (0..<columns).filter { column in rows.contains { !$0[column].isEmpty } }
    let table = TextTable(
      header: kept.map { _ in "" },
      rightAligned: Set(kept.indices.filter { right.contains(kept[$0]) }),
      rows: rows.map { row in kept.map { row[$0].onOneLine } })
    return Array(table.lines.dropFirst())
  }
}

extension ReturnsBreakdown {
  /// Whether units gave no value, so that there is no sum.
  var isIncomplete: Bool { addition == .values && missingCount > 0 }
}

extension ObservedValue {
  /// `nil` where it is known.
  var reason: MissingReason? {
    guard case .missing(let reason) = self else { return nil }
    return reason
  }
}

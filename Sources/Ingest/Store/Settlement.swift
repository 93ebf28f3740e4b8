// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Decides what counts where several lines of the input speak of one unit and period.
///
/// Lines of different forms complete each other. Where two state the same value twice, the second
/// is not counted; where they contradict each other, neither is, unless one stands in a declared
/// correction: then the latest correction wins. The outcome does not depend on the order of files.
struct Settlement {
  private let returns: PeriodReturns
  private let store: ReturnStore
  private let classes: ClassNumbers
  private let corrections: Corrections
  private let indicators: [Indicator]
  private(set) var findings: [Finding] = []
  /// Lines that do not count after all, by file.
  private(set) var rejected: [String: Int] = [:]

  /// A line with its place and its rank: 0, or that of the correction it stands in.
  private struct Line {
    let statement: PeriodReturns.Statement
    let location: Location
    let rank: Int
  }

  init(
    _ returns: PeriodReturns, in store: ReturnStore, classes: ClassNumbers,
    corrections: Corrections, indicators: [Indicator]
  ) {
    self.returns = returns
    self.store = store
    self.classes = classes
    self.corrections = corrections
    self.indicators = indicators
  }

  mutating func run() {
    for (row, statements) in returns.several { settle(row, statements) }
    returns.forgetStatements()
  }

  private mutating func settle(_ row: Int, _ statements: [PeriodReturns.Statement]) {
    let lines = statements.map { statement in
      let location = store.location(statement.source, slot: nil)
      return Line(
        statement: statement, location: location, rank: corrections.rank(of: location.file))
    }.sorted { ($0.rank, $0.location) < ($1.rank, $1.location) }
    let unit = returns.unit(row)
    let conflicting = conflicts(lines, unit)
    let left = lines.indices.filter { !conflicting.contains($0) }.map { lines[$0] }
    for index in conflicting { reject(lines[index]) }
    guard !left.isEmpty else { return returns.remove(row) }
    reportRepeats(left, unit)
    write(left, to: row, unit)
  }

  private mutating func reject(_ line: Line) { rejected[line.location.file, default: 0] += 1 }

  // MARK: - Contradictions

  /// The lines that contradict another one of their rank, each with a finding at the cell that
  /// differs from the first one's.
  private mutating func conflicts(_ lines: [Line], _ unit: UnitCode) -> Set<Int> {
    var found: Set<Int> = []
    for second in lines.indices {
      for first in lines.indices.prefix(second) where lines[first].rank == lines[second].rank {
        guard let slot = difference(lines[first].statement, lines[second].statement) else {
          continue
        }
        found.formUnion([first, second])
        report(.conflictingRepeat, lines[second], lines[first], slot: slot, unit)
        break
      }
    }
    return found
  }

  /// The first slot in which both have a value and the values differ; −1 for the industry.
  private func difference(
    _ first: PeriodReturns.Statement, _ second: PeriodReturns.Statement
  ) -> Int? {
    for slot in first.values.indices {
      if case .known(let left)? = first.values[slot],
        case .known(let right)? = second.values[slot], left != right
      {
        return slot
      }
    }
    return first.industry == second.industry ? nil : -1
  }

  private mutating func report(
    _ code: FindingCode, _ line: Line, _ first: Line, slot: Int, _ unit: UnitCode
  ) {
    func place(_ line: Line) -> Location {
      store.location(line.statement.source, slot: slot < 0 ? nil : slot)
    }
    findings.append(
      Finding(
        code, at: place(line), period: returns.period, unit: unit, raw: unit.description,
        ["first": place(first).description]))
  }

  // MARK: - Repeats

  /// A line that says nothing beyond another one of its rank is a repeat.
  private mutating func reportRepeats(_ lines: [Line], _ unit: UnitCode) {
    for second in lines.indices {
      let first = lines[..<second].first { first in
        first.rank == lines[second].rank && covers(first.statement, lines[second].statement)
      }
      guard let first else { continue }
      report(.identicalRepeat, lines[second], first, slot: -1, unit)
      reject(lines[second])
    }
  }

  private func covers(
    _ first: PeriodReturns.Statement, _ second: PeriodReturns.Statement
  ) -> Bool {
    zip(first.values, second.values).allSatisfy { left, right in
      switch (left, right) {
      case (_, nil): true
      case (nil, _): false
      case (.known?, .known?): true
      case (.missing?, .known?): false
      default: true
      }
    }
  }

  // MARK: - What counts

  private mutating func write(_ lines: [Line], to row: Int, _ unit: UnitCode) {
    let slots = lines[0].statement.values.indices
    var values: [ObservedValue?] = []
    var sources: [ReturnSource?] = []
    for slot in slots {
      let winner = winner(lines, slot, unit)
      values.append(winner.flatMap { $0.statement.values[slot] })
      sources.append(winner?.statement.source)
    }
    let industry = lines[lines.count - 1].statement.industry
    returns.settle(
      row, industry: industry, values: values, sources: sources, all: lines.map(\.statement.source))
  }

  /// The line whose value of a slot counts: of the highest rank that has one, the first; a line
  /// that only says why it has none comes after all that have one.
  private mutating func winner(_ lines: [Line], _ slot: Int, _ unit: UnitCode) -> Line? {
    var winner: Line?
    for line in lines {
      guard case .known(let value)? = line.statement.values[slot] else { continue }
      guard let before = winner, case .known(let old)? = before.statement.values[slot] else {
        winner = line
        continue
      }
      guard line.rank > before.rank else { continue }
      if old != value { reportCorrection(from: before, old, to: line, value, slot, unit) }
      winner = line
    }
    return winner ?? lines.first { $0.statement.values[slot] != nil }
  }

  /// A value in the unit of measure that its line states it in: `26170 千元`.
  private func stated(_ value: ExactDecimal, in line: Line, _ slot: Int) -> String {
    let base = UnitOfMeasure(indicators[slot / ReturnSlot.perIndicator].unit.dimension)
    let unit = store.tables[Int(line.statement.source.table)].units[slot] ?? base
    guard let shown = value.shifted(by: -unit.exponent) else {
      return "\(value) \(base.symbol)"
    }
    return "\(shown) \(unit.symbol)"
  }

  private mutating func reportCorrection(
    from before: Line, _ old: ExactDecimal, to line: Line, _ value: ExactDecimal, _ slot: Int,
    _ unit: UnitCode
  ) {
    let correction = corrections[line.rank]
    findings.append(
      Finding(
        .corrected, at: store.location(line.statement.source, slot: slot), period: returns.period,
        unit: unit, raw: unit.description,
        [
          "old": stated(old, in: before, slot), "new": stated(value, in: line, slot),
          "indicator_zh": indicators[slot / ReturnSlot.perIndicator].name.zh,
          "indicator_en": indicators[slot / ReturnSlot.perIndicator].name.en,
          "first": store.location(before.statement.source, slot: slot).description,
          "reason": correction?.reason ?? "", "date": correction?.date ?? "",
        ]))
  }
}

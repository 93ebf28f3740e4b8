// SPDX-License-Identifier: Apache-2.0
import Statistics

@testable import Rules

/// Random expressions and tables whose values often tie, lie a hair apart or are missing.
struct RandomRule {
  var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[Int.random(in: 0..<elements.count, using: &generator)]
  }

  // MARK: - Expressions, of plain numbers so that every combination fits together

  mutating func number(_ depth: Int) -> String {
    if depth == 0 || Int.random(in: 0..<4, using: &generator) == 0 {
      return pick([
        "rate.ytd", "rate.month", "rate.reference_ytd", "lag(rate.ytd)", "0", "1", "2", "0.1", "3",
        "20%", "period.month",
      ])
    }
    let (a, b) = (number(depth - 1), number(depth - 1))
    return switch Int.random(in: 0..<11, using: &generator) {
    case 0, 1: "(\(a) + \(b))"
    case 2, 3: "(\(a) - \(b))"
    case 4: "(\(a) * \(b))"
    case 5: "(\(a) / \(b))"
    case 6: "abs(\(a))"
    case 7: "max(\(a), \(b))"
    case 8: "min(\(a), \(b))"
    case 9: "round(\(a), \(pick(["0", "1", "-1", "2"])))"
    default: "(if \(condition(depth - 1)) then \(a) else \(b))"
    }
  }

  mutating func condition(_ depth: Int) -> String {
    let kind = depth == 0 ? 0 : Int.random(in: 0..<10, using: &generator)
    switch kind {
    case 0...3:
      return "\(number(depth)) \(pick(["<", "<=", "=", "!=", ">=", ">"])) \(number(depth))"
    case 4: return "(\(condition(depth - 1)) and \(condition(depth - 1)))"
    case 5: return "(\(condition(depth - 1)) or \(condition(depth - 1)))"
    case 6: return "not (\(condition(depth - 1)))"
    case 7: return "(if \(condition(depth - 1)) then \(condition(depth - 1)) else \(condition(0)))"
    case 8: return pick(["register.mask", "industry in [39]", "register.community != \"a\""])
    default:
      return pick([
        "is_missing(\(number(depth - 1)))", "is_missing(\(condition(depth - 1)))",
        "\(number(0)) <= industry_median(\(number(depth - 1)))",
        "abs(hidiroglou_berthelot(\(number(1)), \(number(1)))) < 2",
      ])
    }
  }

  // MARK: - Tables

  mutating func value() -> String? {
    if Int.random(in: 0..<8, using: &generator) == 0 { return nil }
    return pick([
      "0", "1", "2", "3", "-1", "0.1", "0.2", "0.3", "10", "1000000000000000",
      "1000000000000000.0000000001", "1000000000000000.1", "0.3333333333",
      String(Int.random(in: -9...99, using: &generator)),
    ])
  }

  mutating func table(rows: Int) -> Table {
    Table(
      rows: (0..<rows).map { position in
        var row = Table.Row()
        row.unit = "U\(position)"
        row.industry = pick(["3911", "3912", "3811", "4420"])
        for name in ["rate.ytd", "rate.month", "rate.reference_ytd", "rate.ytd@1"] {
          row.values[name] = value()
        }
        row.community = pick(["a", "b", nil])
        row.flags = pick([nil, ["mask": true], ["mask": false]])
        return row
      })
  }
}

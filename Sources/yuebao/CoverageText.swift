// SPDX-License-Identifier: Apache-2.0
import Ingest
import Reports
import Statistics

/// How much of the input a check rests on, as tables for a terminal. A file that is read and has
/// nothing wrong is only counted; JSON names each.
struct CoverageText {
  private let files: [Coverage.File]
  private let units: [Coverage.Units]
  private let rules: [Coverage.Rule]
  private let catalogue: MessageCatalogue

  init(_ result: CheckResult) throws {
    files = result.reading.ingest.files
    units = result.reading.unitCoverage(of: result.periods)
    rules = try result.reading.ruleCoverage(of: result.periods)
    catalogue = result.reading.catalogue
  }

  /// Those that have a row.
  var blocks: [[String]] {
    [formTable, unitTable, ruleTable].filter { !$0.rows.isEmpty }.map(\.lines)
  }

  /// A row a form, then the sum.
  private var formTable: TextTable {
    let unknown = word("not_recognised")
    var table = table(["form", "files", "accepted", "rejected", "passed_over"], texts: 1)
    let byForm = Dictionary(grouping: files) { $0.form ?? unknown }
    table.rows = byForm.sorted { $0.key < $1.key }.map { row($0.key, $0.value) }
    if byForm.count > 1 { table.rows.append(row(word("total"), files)) }
    return table
  }

  private func row(_ form: String, _ files: [Coverage.File]) -> [String] {
    let counts = [
      files.count, files.reduce(0) { $0 + $1.accepted }, files.reduce(0) { $0 + $1.rejected },
      files.reduce(0) { $0 + $1.passedOver },
    ]
    return [form.onOneLine] + counts.map(String.init)
  }

  private var unitTable: TextTable {
    var table = table(["period", "expected", "reported", "missing"], texts: 1)
    table.rows = units.map { units in
      [units.period.description]
        + [units.expected, units.reported, units.missing].map { $0.map(String.init) ?? "—" }
    }
    return table
  }

  private var ruleTable: TextTable {
    var table = table(
      ["rule", "name", "severity", "passed", "failed", "waived", "not_evaluable"], texts: 3)
    table.rows = rules.map { rule in
      [rule.id, rule.name[catalogue.language].onOneLine, rule.severity.rawValue]
        + [rule.passed, rule.failed, rule.waived, rule.notEvaluable].map(String.init)
    }
    return table
  }

  /// - Parameter texts: how many columns hold words; the others hold numbers.
  private func table(_ heads: [String], texts: Int) -> TextTable {
    TextTable(header: heads.map(word), rightAligned: Set(texts..<heads.count))
  }

  private func word(_ key: String) -> String { catalogue.text(of: Message("coverage_" + key)) }
}

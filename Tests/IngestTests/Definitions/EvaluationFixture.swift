// SPDX-License-Identifier: Apache-2.0
import Statistics

@testable import Ingest

/// A workspace with one scheme and the data of one year, to be changed file by file.
struct EvaluationFixture {
  static let scheme = "Input/evaluation/test.yml"
  static let units = "Input/evaluation/2022/units.csv"
  static let declared = "Input/evaluation/2022/declared.csv"

  var workspace = Workspace()
    .with(
      scheme,
      """
      name: 测试方案
      owner: 某区
      document: 某区〔2022〕1号
      unit: 代码
      unit-name: 名称
      columns:
        - {id: scale, header: 规模, content: text, source: administrative}
        - {id: tax, header: 税收(万元), unit: 万元, source: administrative}
        - {id: land, header: 用地(亩), unit: 亩, source: administrative}
        - {id: rd, header: 申报研发(万元), unit: 万元, source: declared}
      exemptions:
        - {name: 微型, column: scale, is: [微型]}
      groups:
        - id: above
          name: 规上
          where: {column: scale, is: [规上]}
          items:
            - {id: tax_per_mu, name: 亩均税收, numerator: tax, denominator: land, weight: 60, baseline: {2021: 9.5, 2022: 10}, missing: zero}
            - {id: rd, name: 研发, numerator: rd, weight: 40, baseline: {mean: 2, of: same-year}, missing: reweight}
      adjustments:
        - {name: 纳税大户, column: tax, at-least: 1000, points: 5}
      vetoes:
        - {name: 欠税, column: tax, below: 0, at-most: B}
      classes:
        by: rank
        list:
          - {id: A, name: 优先, from: 0, to: 50, support: 用地优先}
          - {id: B, name: 提升, from: 50, to: 100}
        not-assessed: {id: T, name: 不评}

      """
    )
    .with(units, "代码,名称,规模,税收(万元),用地(亩)\n91A,甲厂,规上,600,20\n91B,乙厂,微型,30,\n")
    .with(declared, "代码,申报研发（万元）\n91A,１２０\n91B,—\n")

  func replacing(_ text: String, with replacement: String, in file: String) -> EvaluationFixture {
    EvaluationFixture(workspace: workspace.replacing(text, with: replacement, in: file))
  }

  func with(_ file: String, _ text: String?) -> EvaluationFixture {
    EvaluationFixture(workspace: workspace.with(file, text))
  }

  var input: EvaluationInput? {
    Definitions.load(from: workspace).0.map { EvaluationInput(from: workspace, definitions: $0) }
  }

  /// Of the schemes and of the year's data.
  var findings: [Finding] {
    guard let input else { return [] }
    let data = input.schemes.first.flatMap { input.data(for: $0, year: 2022) }
    return input.findings + (data?.findings ?? [])
  }

  /// Every finding as code and place.
  var found: [String] { findings.map { "\($0.code) \($0.location?.description ?? "")" } }
}

// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc
import Testing

/// A workspace as small as one can be, so that a run takes little: one indicator, one sector, one unit,
/// pages of one line. All of it is invented.
struct SmallWorkspace {
  let folder: WorkFolder

  init() throws {
    folder = try WorkFolder()
    for (path, text) in Self.definitions { try folder.write(text, to: path) }
    for name in ["report", "page", "archive"] {
      try folder.write(
        "<!DOCTYPE html><title>{{full_title}}</title>\n", to: "Templates/\(name).html.mustache")
      try folder.write("# {{full_title}}\n", to: "Templates/\(name).md.mustache")
    }
    for month in 3...5 { try write(month: month, value: 1000) }
  }

  /// The return of a month of 2021.
  ///
  /// - Parameter value: of the month, in 千元; the year's to date is that times the months.
  func write(month: Int, value: Int) throws {
    try folder.write(
      """
      统一社会信用代码,行业代码,报告期,工业增加值_本月(千元),工业增加值_1-本月(千元),工业增加值_上年同期_本月(千元),工业增加值_上年同期_1-本月(千元)
      91441900MA00000010,3912,20210\(month),\(value),\(value * month),900,\(900 * month)

      """, to: "Input/returns/2021-0\(month).csv")
  }

  func run(
    _ arguments: String..., environment: [String: String] = ["LANG": "C", "TERM": "dumb"]
  ) throws -> Program.Result {
    try Program.run(arguments + ["--lang", "en"], in: folder.url, environment: environment)
  }

  /// The bytes of every file below `path`, by path; links are left out.
  func contents(below path: String) throws -> [String: Data] {
    let root = folder.path(path)
    var contents: [String: Data] = [:]
    for file in try WorkFolder.files(below: root) {
      contents[file] = try Data(contentsOf: root.appendingPathComponent(file))
    }
    return contents
  }

  private static let definitions = [
    "yuebao.yml": """
    area: {zh: 虚构街道, en: Invented sub-district}
    title: {zh: 月报, en: Monthly report}
    office: {zh: 虚构统计办, en: Invented office}
    languages: [zh]
    synthetic: true

    """,
    "Input/reference/indicators.yml": """
    indicators:
      - {id: value_added, name: {zh: 工业增加值, en: Value added}, unit: 亿元, decimals: 2, additive: true}

    """,
    "Input/reference/sectors.yml": """
    classification: {file: classes.csv, edition: invented}
    sectors:
      - id: total
        name: {zh: 规模以上工业, en: Industry}
        codes: [C]
        standing: documented
        note: {zh: 虚构, en: invented}

    """,
    "Input/reference/areas.yml": """
    areas:
      - {id: own, name: {zh: 虚构街道, en: Invented sub-district}, own: true}

    """,
    "Input/reference/classes.csv": """
    code,level,name_zh,name_en,parent
    C,section,制造业,Manufacturing,
    39,division,电子,Electronics,C
    391,group,计算机,Computers,39
    3912,class,计算机零部件,Computer parts,391

    """,
    "Input/layouts/output.yml": """
    form: B204-1
    name: {zh: 产值, en: Output}
    shape: unit-rows
    recognise:
      headers: [统一社会信用代码, 行业代码, 工业增加值_1-本月]
    keys:
      unit: [统一社会信用代码]
      industry: [行业代码]
      period: [报告期]
    paths:
      month: "{header}_本月"
      ytd: "{header}_1-本月"
      reference_month: "{header}_上年同期_本月"
      reference_ytd: "{header}_上年同期_1-本月"
    values:
      - {indicator: value_added, header: 工业增加值, unit: 千元}

    """,
  ]
}

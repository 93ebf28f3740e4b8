// SPDX-License-Identifier: Apache-2.0
import Statistics

@testable import Ingest

/// A workspace's definitions in memory: the smallest valid one, to be changed file by file.
struct Workspace: DefinitionFiles {
  var texts: [String: String] = [
    "yuebao.yml": """
    area: {zh: 万江, en: Wanjiang}
    title: 月报
    office: 统计办

    """,
    indicators: """
    indicators:
      - {id: value_added, name: 工业增加值, unit: 亿元, decimals: 2}
      - {id: employment, name: 平均用工人数, aliases: [用工], unit: 人, decimals: 0, additive: false}
      - {id: investment, name: 工业投资, unit: 亿元, decimals: 2}

    """,
    sectors: """
    classification: {file: codes.csv, edition: GB/T 4754-2017}
    sectors:
      - {id: total, name: 规上工业, aliases: [总计], codes: [C, D], standing: documented, note: 全部}
      - {id: electronics, name: 电子信息制造业, codes: ["39"], standing: documented, note: 大类}
      - {id: manufacturing, name: 制造业, codes: [C], standing: documented, note: 门类}
      - {id: utilities, name: 电力, codes: [D], standing: documented, note: 门类}
      - {id: smart, name: 智能装备, flag: 智能装备, standing: assumed, note: 标识}
      - id: high_tech
        name: 高技术制造业
        list: {file: list.csv, column: code, where: {year: "2017"}}
        standing: documented
        note: 清单
      - {id: private, name: 民营企业, published: true, standing: documented, note: 公布}
    partitions:
      - {of: total, into: [manufacturing, utilities]}

    """,
    codes: """
    code,level,name_zh,name_en,parent
    C,section,制造业,Manufacturing,
    D,section,电力,Electricity,
    38,division,电气机械,,C
    381,group,电机,,38
    3811,class,发电机,,381
    39,division,电子,,C
    391,group,计算机,,39
    3911,class,计算机整机,,391
    3912,class,计算机零部件,,391
    44,division,供电,,D
    442,group,电力供应,,44
    4420,class,电力供应,,442

    """,
    list: """
    code,year
    3911,2017
    3912,2017
    381,2013

    """,
    returnsLayout: """
    form: B204-1
    name: 产销总值
    shape: unit-rows
    recognise: {headers: [统一社会信用代码, 行业代码]}
    keys: {unit: 统一社会信用代码, industry: 行业代码, period: 报告期}
    ignore: [单位详细名称]
    paths:
      month: "{header}_本月"
      ytd: "{header}_1-本月"
      reference_ytd: "{header}_上年同期_1-本月"
    values:
      - {indicator: value_added, header: 工业增加值, unit: 千元, required: [ytd, reference_ytd]}
      - {indicator: employment, header: 用工, unit: 人}

    """,
    bureauLayout: """
    form: bureau-value-added
    name: 反馈表
    shape: bureau-table
    recognise: {title: [增加值], headers: [指标名称]}
    rows: sectors
    indicator: value_added
    label: [指标名称]
    unit: 亿元
    skip: [在总计中]
    columns:
      - {headers: [本月], basis: month, measure: level}
      - {headers: [本月止累计, 累计, 1-本月], basis: ytd, measure: level}
      - {headers: [累计增长], basis: ytd, measure: yoy}
      - {headers: [拉动], basis: ytd, measure: pull}

    """,
    registerLayout: """
    form: register
    name: 名录库
    shape: register
    file: register.csv
    keys: {unit: 代码, name: 名称, industry: 行业, enters: 入库, leaves: 退库}
    flags: [口罩, 智能装备]

    """,
    register: """
    代码,名称,行业,入库,退库,口罩,智能装备
    91A,甲厂,3911,,,,是
    91B,乙厂,3811,2021-03,,否,
    91C,丙厂,4420,,2021-05,是,否

    """,
    targets: """
    id,indicator,comparator,target,unit,deadline,figure,source_phrase
    G01,增加值,>,60,亿元,2022,value_added.total.ytd.level,突破60亿元
    G02,比重,>=,50,%,2022,value_added.high_tech.ytd.share,达到50%
    G03,亩,>=,1000,亩,,,新增1000亩

    """,
  ]

  static let configuration = Configuration.file
  static let indicators = "Input/reference/indicators.yml"
  static let sectors = "Input/reference/sectors.yml"
  static let codes = "Input/reference/codes.csv"
  static let list = "Input/reference/list.csv"
  static let returnsLayout = "Input/layouts/b204.yml"
  static let bureauLayout = "Input/layouts/bureau.yml"
  static let registerLayout = "Input/layouts/register.yml"
  static let register = "Input/reference/register.csv"
  static let targets = "Input/plan/targets.csv"

  /// A file that is there and cannot be read.
  var unreadable: String?
  /// Files of bytes instead of text.
  var bytes: [String: [UInt8]] = [:]

  func bytes(of path: String) throws(DefinitionFileError) -> [UInt8]? {
    if path == unreadable { throw DefinitionFileError(reason: "permission denied") }
    return bytes[path] ?? texts[path].map { Array($0.utf8) }
  }

  func files(in folder: String) -> [String] {
    texts.keys.filter { $0.hasPrefix(folder + "/") }.sorted()
  }

  /// The same workspace with one text of a file replaced; the file is emptied of it where
  /// `replacement` is empty.
  func replacing(_ text: String, with replacement: String, in file: String) -> Workspace {
    var changed = self
    precondition(texts[file]?.contains(text) == true, "\(file) has no \(text)")
    changed.texts[file] = texts[file]?.replacing(text, with: replacement)
    return changed
  }

  func with(_ file: String, _ text: String?) -> Workspace {
    var changed = self
    changed.texts[file] = text
    return changed
  }

  var findings: [Finding] { Definitions.load(from: self).findings }
}

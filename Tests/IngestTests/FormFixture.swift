// SPDX-License-Identifier: Apache-2.0

@testable import Ingest

/// Layouts and files of the other shapes that the tests vary.
enum FormFixture {
  static let formLayout = """
    form: B204-1
    name: 产销总值
    shape: unit-form
    recognise: {title: [产销总值], headers: [指标名称, 代码]}
    header-rows: 2
    fields: {unit: [代码证], industry: [行业代码]}
    code: [代码]
    label: [指标名称]
    unit-of-measure: [计量单位]
    columns: {month: [本年/本月], ytd: [本年/1-本月], reference_ytd: [上年同期/1-本月]}
    values:
      - {indicator: value_added, code: "01", label: 增加值, unit: 千元, required: [ytd]}
      - {indicator: investment, code: "03", label: 投资, unit: 千元}
    industries: value_added

    """

  static let form = """
    产销总值,,,,,
    代码证：,91A,行业代码：,3911,计量单位：,千元
    ,,2021年5月,,,
    指标名称,计量单位,代码,本年,,上年同期
    ,,,本月,1—本月,1—本月
    甲,乙,丙,1,2,3
    一、增加值,千元,01,100,500,400
    其中：投资,千元,03,7,50,40
    二、按小类分,—,—,—,—,—
    整机,千元,3911,60,300,300
    零部件,千元,3912,40,200,100
    单位负责人：甲,,填表人：乙,,,报出日期：2021年6月8日

    """

  static let seriesLayout = """
    form: series
    name: 国家数据
    shape: series
    recognise: {headers: [指标]}
    rows: indicators
    columns: periods
    label: [指标]
    area: {field: [地区], otherwise: nation}
    endings:
      - {text: 累计增长, basis: ytd, measure: yoy}
      - {text: 累计值, basis: ytd, measure: level}
      - {basis: ytd, measure: level}

    """

  static let series = """
    数据库：分省月度数据,,
    地区：广东省,,
    指标,2021年2月,2021年1月
    工业投资累计值(亿元),12.5,
    工业投资累计增长(%),7.6,
    注：初步数,,
    数据来源：国家统计局,,

    """

  static let longLayout = """
    form: long
    name: 长表
    shape: long
    recognise: {headers: [geo, TIME_PERIOD, OBS_VALUE]}
    keys: {area: geo, period: TIME_PERIOD, value: OBS_VALUE, unit: unit, multiplier: mult}
    series:
      - {indicator: investment, basis: ytd, measure: level, where: {item: INV}}
    codes: {area: {CN: nation}, unit: {CNY: 元}}
    ignore: [freq]

    """

  static let long = """
    geo,item,unit,mult,freq,TIME_PERIOD,OBS_VALUE
    CN,INV,CNY,8,A,2020,12.5
    CN,INV,CNY,8,Q,2021-Q1,3
    CN,GDP,CNY,8,A,2020,99

    """

  static let areas = """
    areas:
      - {id: wanjiang, name: 万江, own: true}
      - {id: guangdong, name: 广东省, aliases: [广东]}
      - {id: nation, name: 全国}

    """

  static let corrections = """
    file,date,reason
    b.csv,2021-07-02,漏填

    """

  /// The smallest workspace with these layouts and areas.
  static var workspace: Workspace {
    Workspace()
      .with("Input/layouts/form.yml", formLayout).with("Input/layouts/series.yml", seriesLayout)
      .with("Input/layouts/long.yml", longLayout).with(AreaDefinitions.file, areas)
  }
}

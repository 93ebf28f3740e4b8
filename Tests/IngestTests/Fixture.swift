// SPDX-License-Identifier: Apache-2.0

/// The texts of returns and bureau tables that the tests vary.
enum Fixture {
  static let header =
    "统一社会信用代码,单位详细名称,行业代码,报告期,工业增加值_本月(千元),工业增加值_1-本月(千元),"
    + "工业增加值_上年同期_1-本月(千元),用工_本月(人),用工_1-本月(人),用工_上年同期_1-本月(人)"

  static let rows = [
    "91A,甲,3911,202105,100,500,400,10,11,12", "91B,乙,3811,202105,200,700,800,20,21,22",
  ]

  static let returns = ([header] + rows).joined(separator: "\n") + "\n"

  static let bureau = """
    万江增加值（2021年1-5月）,,,,
    单位：亿元,,,,
    指标名称,本月,本月止累计,累计增长(%),拉动(百分点)
    总计,1.5,12.5,7.6,
    在总计中：,,,,
    其中：#电子信息制造业,0.5,3.25,-2.5,-0.7
    注：初步数,,,,

    """
}

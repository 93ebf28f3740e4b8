// SPDX-License-Identifier: Apache-2.0
import Statistics

extension Specimen {
  /// The specimens to look at, by name.
  static func gallery() throws -> [(String, Specimen)] {
    [
      ("wanjiang", try wanjiang()), ("huizhou", try huizhou()),
      ("spring", try Specimen("2021-01..02")),
    ]
  }

  /// Returns of all units, with a bureau's table of the month beside them.
  static func wanjiang() throws -> Specimen {
    var specimen = try Specimen()
    specimen.addBureau("value_added.total.ytd.level", "50.12", .hundredMillionYuan)
    specimen.addBureau("value_added.total.ytd.yoy", "5.6", .percent)
    specimen.addBureau("value_added.total.ytd.yoy", "5.2", .percent, at: Period("2021-04"))
    specimen.addBureau("value_added.electronics.ytd.level", "19.50", .hundredMillionYuan)
    specimen.addBureau("value_added.electronics.ytd.yoy", "8.9", .percent)
    return specimen
  }

  /// Another city's first half year: a bureau's levels and growth, and nothing else.
  static func huizhou() throws -> Specimen {
    var specimen = try Specimen("2022-H1")
    specimen.area = LocalizedName(zh: "惠州市", en: "Huizhou")
    specimen.isSynthetic = false
    specimen.units = []
    specimen.targets = []
    specimen.findings = []
    specimen.sectors = [
      sector("total", "规模以上工业", "Industry above designated size", .published),
      sector("electronics", "电子产业", "Electronics industry", .published),
      sector("petrochemicals", "石化产业", "Petrochemicals", .published),
      sector("advanced", "先进制造业", "Advanced manufacturing", .published),
    ]
    specimen.indicators = [indicator("value_added", "工业增加值", "Value added")]
    let june = Period("2022-06")
    let table = [
      ("total", "1093.2", "8.7"), ("electronics", "456.2", "12.3"),
      ("petrochemicals", "278.5", "-1.6"),
      ("advanced", "720.4", "9.9"),
    ]
    for (sector, level, growth) in table {
      specimen.addBureau(
        "value_added.\(sector).ytd.level", level, .hundredMillionYuan, at: june)
      specimen.addBureau("value_added.\(sector).ytd.yoy", growth, .percent, at: june)
    }
    return specimen
  }
}

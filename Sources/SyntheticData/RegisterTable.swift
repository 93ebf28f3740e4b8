// SPDX-License-Identifier: Apache-2.0

import Statistics

/// The register (名录库): every unit that reports in some period of the workspace, with its flags.
struct RegisterTable {
  let population: Population

  static let header = [
    "统一社会信用代码", "单位详细名称", "行业代码", "行政区划代码", "社区", "入库报告期", "退库报告期", "智能装备",
    "口罩及装备", "高新技术企业", "研发机构", "上市", "专精特新", "倍增企业",
  ]

  func writeHeader(to table: TableWriter) throws {
    table.beginRow()
    for name in RegisterTable.header { table.text(name) }
    try table.endRow()
  }

  func write(_ unit: SyntheticUnit, to table: TableWriter) throws {
    table.beginRow()
    table.text(unit.code.text)
    table.text(population.name(of: unit))
    table.text(unit.profile.industry)
    table.text(ReturnsTable.region)
    table.text(unit.community)
    table.text(unit.entry?.description ?? "")
    table.text(unit.exit?.description ?? "")
    for flag in [
      unit.profile.course.isSmartEquipment, unit.profile.course.isMask, unit.isHighTechEnterprise,
      unit.hasResearchInstitute, unit.slot.isListed,
    ] {
      table.text(flag ? "是" : "")
    }
    table.text(population.specialised(unit).text)
    table.text(population.doubling(unit).text)
    try table.endRow()
  }
}

// SPDX-License-Identifier: Apache-2.0

/// The sectors that a bureau's monthly table lists, and which industries each has.
package struct BureauSectors: Sendable {
  /// The classes of 先进制造业.
  package let advanced: Set<String>
  /// The classes of 高技术制造业.
  package let highTech: Set<String>

  package init(advanced: Set<String>, highTech: Set<String>) {
    self.advanced = advanced
    self.highTech = highTech
  }
}

extension BureauSectors {
  static let labels = [
    "规模以上工业增加值", "#制造业", "其中：先进制造业", "高技术制造业", "计算机、通信和其他电子设备制造业",
    "电气机械和器材制造业",
  ]

  /// The labels' positions that a class belongs to.
  func rows(of industry: String) -> [Int] {
    let division = industry.prefix(2)
    let belongs = [
      true, ("13"..."43").contains(division), advanced.contains(industry),
      highTech.contains(industry), division == "39", division == "38",
    ]
    return belongs.indices.filter { belongs[$0] }
  }
}

// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Who publishes a release, as `yuebao.yml` states it.
package struct Publisher: Hashable, Sendable {
  /// The area that the figures are of: 东莞市万江街道.
  package let area: LocalizedName
  /// The office that answers for the release.
  package let office: LocalizedName
  /// Without area and period: 规模以上工业运行月报; `nil` for the catalogue's own.
  package let title: LocalizedName?
  package let contact: LocalizedName?
  /// Printed under the title, such as that the figures are preliminary.
  package let notice: LocalizedName?
  /// The returns are invented (`yuebao demo`); then every page says so.
  package let isSynthetic: Bool

  package init(
    area: LocalizedName, office: LocalizedName, title: LocalizedName? = nil,
    contact: LocalizedName? = nil, notice: LocalizedName? = nil, isSynthetic: Bool
  ) {
    self.area = area
    self.office = office
    self.title = title
    self.contact = contact
    self.notice = notice
    self.isSynthetic = isSynthetic
  }
}

// SPDX-License-Identifier: Apache-2.0
import Statistics

extension MessageCatalogue {
  /// Why a value is missing: 部分单位缺报.
  package func words(for reason: MissingReason) -> String { text(reason.message) }

  /// A unit of measure behind a number: 个百分点, hundred million yuan, thousand yuan per person.
  package func words(for unit: UnitOfMeasure) -> String { unit.prose(in: language) }
}

// SPDX-License-Identifier: Apache-2.0

/// How a government scores its manufacturers (企业综合评价): one file `Input/evaluation/<id>.yml`.
///
/// Runs on declared or administrative data only, never on survey returns (methods.md §7).
package struct EvaluationScheme: Hashable, Sendable {
  /// The file's name without `.yml`.
  package let id: String
  package let name: LocalizedName
  /// Whose scheme it is; printed with every result.
  package let owner: LocalizedName
  /// Where it was published.
  package let document: String
  package let note: LocalizedName?
  /// Of a printed score, 0…6.
  package let decimals: Int
  /// The header of the unit codes, in every file of data.
  package let unitHeader: String
  /// The header of the units' names, in the list of units.
  package let nameHeader: String
  package let columns: [EvaluationColumn]
  /// What keeps a unit from being assessed; the first that holds counts.
  package let exemptions: [EvaluationExemption]
  /// A unit belongs to the first whose condition holds.
  package let groups: [EvaluationGroup]
  package let adjustments: [EvaluationAdjustment]
  package let vetoes: [EvaluationVeto]
  /// `nil` where the scheme ranks and makes no classes.
  package let classes: EvaluationClasses?

  package init(
    id: String, name: LocalizedName, owner: LocalizedName, document: String,
    note: LocalizedName? = nil, decimals: Int = 2, unitHeader: String = "统一社会信用代码",
    nameHeader: String = "企业名称", columns: [EvaluationColumn],
    exemptions: [EvaluationExemption] = [], groups: [EvaluationGroup],
    adjustments: [EvaluationAdjustment] = [], vetoes: [EvaluationVeto] = [],
    classes: EvaluationClasses? = nil
  ) {
    self.id = id
    self.name = name
    self.owner = owner
    self.document = document
    self.note = note
    self.decimals = decimals
    self.unitHeader = unitHeader
    self.nameHeader = nameHeader
    self.columns = columns
    self.exemptions = exemptions
    self.groups = groups
    self.adjustments = adjustments
    self.vetoes = vetoes
    self.classes = classes
  }

  package func column(_ id: String) -> EvaluationColumn? { columns.first { $0.id == id } }

  /// The unit of an item's value, as its columns state theirs: `万元/亩`; empty for a plain ratio.
  package func unit(of item: EvaluationItem) -> String {
    let numerator = column(item.numerator)?.unit ?? ""
    guard let other = item.denominator else { return numerator }
    let denominator = column(other)?.unit ?? ""
    return numerator == denominator ? "" : numerator + "/" + denominator
  }
}

/// A column of the data that a scheme reads.
package struct EvaluationColumn: Hashable, Sendable {
  /// Who vouches for its values. There is no case for survey returns.
  package enum Source: String, Hashable, Sendable, CaseIterable {
    /// What the unit itself states for this purpose (自行申报).
    case declared
    /// What an authority keeps for its own work, such as tax paid.
    case administrative
  }

  package enum Content: String, Hashable, Sendable, CaseIterable {
    case number, text
  }

  package let id: String
  /// As it stands in the data's first row, with its unit of measure.
  package let header: String
  package let source: Source
  /// Who provides it: 税务局.
  package let provider: String?
  package let content: Content
  /// The unit of measure as it is printed; empty for texts.
  package let unit: String

  package init(
    id: String, header: String, source: Source, provider: String? = nil,
    content: Content = .number, unit: String = ""
  ) {
    self.id = id
    self.header = header
    self.source = source
    self.provider = provider
    self.content = content
    self.unit = unit
  }
}

/// Units that are scored by the same items and ranked among themselves, such as 规上 and 规下.
package struct EvaluationGroup: Hashable, Sendable {
  package let id: String
  package let name: LocalizedName
  /// All must hold; empty for all units.
  package let conditions: [EvaluationCondition]
  /// Their weights are 100 together.
  package let items: [EvaluationItem]

  package init(
    id: String, name: LocalizedName, conditions: [EvaluationCondition] = [],
    items: [EvaluationItem]
  ) {
    self.id = id
    self.name = name
    self.conditions = conditions
    self.items = items
  }
}

/// A reason not to assess a unit, such as 公用事业.
package struct EvaluationExemption: Hashable, Sendable {
  package let name: LocalizedName
  package let condition: EvaluationCondition

  package init(name: LocalizedName, condition: EvaluationCondition) {
    self.name = name
    self.condition = condition
  }
}

/// Points that a unit gets beside its items: a bonus above zero, a malus below.
package struct EvaluationAdjustment: Hashable, Sendable {
  package let name: LocalizedName
  package let condition: EvaluationCondition
  package let points: ExactDecimal

  package init(name: LocalizedName, condition: EvaluationCondition, points: ExactDecimal) {
    self.name = name
    self.condition = condition
    self.points = points
  }
}

/// What keeps a unit from a better class, whatever its score (一票否决). Its place stays.
package struct EvaluationVeto: Hashable, Sendable {
  package let name: LocalizedName
  package let condition: EvaluationCondition
  /// The best class that the unit may have: an id.
  package let atMost: String

  package init(name: LocalizedName, condition: EvaluationCondition, atMost: String) {
    self.name = name
    self.condition = condition
    self.atMost = atMost
  }
}

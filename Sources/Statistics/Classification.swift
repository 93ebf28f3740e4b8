// SPDX-License-Identifier: Apache-2.0

/// A code tree with an edition, such as GB/T 4754-2017 (国民经济行业分类).
///
/// Levels are section (门类, a letter), division (大类, 2 digits), group (中类, 3) and class
/// (小类, 4). Codes are text: leading zeros count.
package struct Classification: Sendable {
  /// How deep a category lies.
  package enum Level: String, Hashable, Sendable, CaseIterable {
    /// 门类, 大类, 中类, 小类.
    case section, division, group, `class`
  }

  package struct Category: Hashable, Sendable {
    package let code: String
    package let name: LocalizedName
    /// `nil` for a section.
    package let parent: String?

    package init(code: String, name: LocalizedName, parent: String?) {
      self.code = code
      self.name = name
      self.parent = parent
    }
  }

  /// The edition as printed in a release, such as `GB/T 4754-2017`.
  package let edition: String
  private let categories: [String: Category]
  /// Every class (小类) below each category, sorted; a class stands for itself.
  private let classesBelow: [String: [String]]

  /// - Precondition: codes are unique and each parent occurs; `Ingest` reports it otherwise.
  package init(edition: String, categories: [Category]) {
    self.edition = edition
    let byCode = Dictionary(uniqueKeysWithValues: categories.map { ($0.code, $0) })
    let parents = Set(categories.compactMap(\.parent))
    var below: [String: [String]] = [:]
    for leaf in categories where !parents.contains(leaf.code) {
      var ancestor: Category? = leaf
      while let category = ancestor {
        below[category.code, default: []].append(leaf.code)
        ancestor = category.parent.flatMap { byCode[$0] }
      }
    }
    self.categories = byCode
    classesBelow = below.mapValues { $0.sorted() }
  }

  package subscript(code: String) -> Category? { categories[code] }

  package var codes: some Collection<String> { categories.keys }

  /// The codes that units report, in no order.
  package var classes: some Sequence<String> { categories.keys.lazy.filter { self.isClass($0) } }

  /// Every class (小类) in `code`, sorted; empty for an unknown code.
  package func classes(in code: String) -> [String] { classesBelow[code] ?? [] }

  /// Whether `code` is a class: the level that units report.
  package func isClass(_ code: String) -> Bool { classesBelow[code] == [code] }

  /// The category of a level that a class lies in; `nil` for an unknown code, and where its branch
  /// of the tree is less deep.
  package func category(of code: String, at level: Level) -> Category? {
    var path: [Category] = []
    var next = categories[code]
    while let category = next, path.count < Level.allCases.count {
      path.append(category)
      next = category.parent.flatMap { categories[$0] }
    }
    let depth = Level.allCases.firstIndex(of: level) ?? 0
    return path.reversed().dropFirst(depth).first
  }

  /// The level of a category; `nil` for an unknown code.
  package func level(of code: String) -> Level? {
    Level.allCases.first { category(of: code, at: $0)?.code == code }
  }
}

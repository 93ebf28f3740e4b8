// SPDX-License-Identifier: Apache-2.0

/// A table of a release with what its data file is called: `data/sectors.csv`.
struct NamedTable: Sendable {
  let name: String
  /// The section that it is in.
  let heading: String
  let table: Table
}

extension Report {
  /// The tables of its sections, in order; of a section that has none, those of its charts. A further
  /// table of a section has its number behind the name.
  var namedTables: [NamedTable] {
    let sections: [(String, ReportSection?)] = [
      ("overview", overview), ("sectors", sectors), ("structure", structure),
      ("investment", investment), ("indicators", indicators), ("departments", tasks),
      ("clusters", clusters), ("comparison", comparison), ("bureau", bureau),
      ("coverage", coverage), ("quality", quality),
    ]
    return sections.flatMap { name, section in section.map { tables(name, $0) } ?? [] }
  }

  private func tables(_ name: String, _ section: ReportSection) -> [NamedTable] {
    let tables = section.tables.isEmpty ? section.charts.map(\.table) : section.tables
    return tables.enumerated().map { index, table in
      NamedTable(
        name: index == 0 ? name : "\(name)-\(index + 1)", heading: section.heading, table: table)
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Plan
import Statistics

extension ReportBuilder {
  /// 社区: the level and growth of what the plan's targets are measured by, a table an indicator and
  /// sector.
  var communitySections: [ReportSection] {
    guard let communities = content.communities else { return [] }
    var groups: [(heading: String, rows: [CommunityFigures.Row])] = []
    for row in communities.rows {
      let sector = content.figures.sectors.first { $0.id == row.sector.sector }
      guard let sector else { continue }
      let heading = subject.name(sector, row.indicator)
      if groups.last?.heading == heading {
        groups[groups.count - 1].rows.append(row)
      } else {
        groups.append((heading, [row]))
      }
    }
    return groups.map { group in
      ReportSection(heading: group.heading, tables: [communityTable(group.heading, group.rows)])
    }
  }

  /// All communities, indicators and sectors in one table, for data files.
  func communityTable(of rows: [CommunityFigures.Row]) -> Table {
    var notes = TableNotes(catalogue)
    let heads = [
      catalogue.text(.indicatorStubHead), catalogue.heading(of: .level, areas: areas),
      catalogue.text(.communityUnit), catalogue.heading(of: .yoy, areas: areas) + " %",
    ]
    let lines = rows.map { row in
      let sector = content.figures.sectors.first { $0.id == row.sector.sector }
      return TableRow(
        stub: row.sector.part?.value ?? "",
        cells: [
          .words(sector.map { subject.name($0, row.indicator) } ?? row.sector.description),
          cell(figures.disclosed(row.level), decimals: 0, marksBureau: false, &notes),
          .words(row.level.unit.symbol(in: language)),
          cell(figures.disclosed(row.yoy), decimals: 0, marksBureau: false, &notes),
        ])
    }
    return Table(
      caption: catalogue.text(.communitiesPage), stubHead: catalogue.text(.communityStubHead),
      columns: heads.enumerated().map { index, head in
        TableColumn(heading: head, unit: nil, flatHeading: head, isText: index % 2 == 0)
      }, rows: lines, footnotes: notes.footnotes, sourceNotes: notes.sourceNotes([]))
  }

  private func communityTable(_ heading: String, _ rows: [CommunityFigures.Row]) -> Table {
    var notes = TableNotes(catalogue)
    let unit = rows.first?.level.unit
    let decimals = rows.map(\.level.decimals).max() ?? 0
    let lines = rows.map { row in
      TableRow(
        stub: row.sector.part?.value ?? "",
        cells: [
          cell(figures.disclosed(row.level), decimals: decimals, marksBureau: false, &notes),
          cell(figures.disclosed(row.yoy), decimals: 1, marksBureau: false, &notes),
        ])
    }
    let columns = [(Measure.level, unit), (.yoy, .percent)].map { measure, unit in
      let heading = catalogue.heading(of: measure, areas: areas)
      let symbol = unit?.symbol(in: language)
      return TableColumn(
        heading: heading, unit: symbol,
        flatHeading: symbol.map {
          catalogue.text(.withUnit, ["heading": heading, "unit": $0])
        } ?? heading)
    }
    return Table(
      caption: catalogue.text(
        .communityTableCaption, ["subject": heading, "period": period.title]),
      stubHead: catalogue.text(.communityStubHead), columns: columns, rows: lines,
      footnotes: notes.footnotes,
      sourceNotes: notes.sourceNotes([catalogue.text(.returnsSource)]))
  }
}

// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Statistics

extension ReportBuilder {
  /// 行业结构: how many industries grow, then the divisions by how much they pull.
  func structureSection() throws(ReportError) -> ReportSection? {
    guard let headline, let total else { return nil }
    let divisions = content.figures.parts(
      of: total, by: .level(.division), in: content.period)
    guard !divisions.isEmpty else { return nil }
    let table = try divisionTable(divisions, headline)
    guard !table.rows.isEmpty else { return nil }
    var pulls: [(name: String, pull: Figure)] = []
    for division in divisions {
      let pull = try figure(.pull, ofPart: division, headline, .ytd)
      if pull.value != .missing(.notApplicable) { pulls.append((label(of: division), pull)) }
    }
    pulls.sort { ($0.pull.exact ?? .zero) > ($1.pull.exact ?? .zero) }
    return section(
      .structureHeading, [try growingSentence(total, headline)].compactMap(\.self),
      charts: [
        try waterfall(pulls, headline, table: table),
        try divisionShares(try byShare(divisions, headline)),
      ], tables: [table])
  }

  /// The largest share first.
  private func byShare(
    _ divisions: [SectorName], _ indicator: Indicator
  ) throws(ReportError) -> [(name: String, division: SectorName)] {
    var shares: [(share: Ratio, division: SectorName)] = []
    for division in divisions {
      let share = try figure(.share, ofPart: division, indicator, .ytd)
      if let exact = share.exact { shares.append((exact, division)) }
    }
    // Stable: the divisions' own order decides among equals.
    return shares.enumerated().sorted {
      $0.element.share != $1.element.share
        ? $0.element.share > $1.element.share : $0.offset < $1.offset
    }.map { (label(of: $0.element.division), $0.element.division) }
  }

  /// 35个行业大类中，22个增加值同比增长，行业增长面62.9%.
  private func growingSentence(
    _ total: Sector, _ indicator: Indicator
  ) throws(ReportError) -> Paragraph? {
    let all = try figure(.industries, of: total, indicator)
    let growing = try figure(.industriesGrowing, of: total, indicator)
    let share = try figure(.industriesGrowingShare, of: total, indicator)
    guard let count = all.rounded, let up = growing.rounded, let part = share.rounded else {
      return nil
    }
    return Paragraph(
      catalogue.pieces(
        .industriesGrowingSentence,
        [
          "count": [.figure(numbers.grouped(count), all.name)],
          "growing": [.figure(numbers.grouped(up), growing.name)],
          "share": [.figure(numbers.grouped(part), share.name)],
          "indicator": [.text(indicator.name[language])],
        ]))
  }

  /// Divisions of the total, or of one sector, with level, growth, share, pull and contribution; by
  /// pull, the largest first, those without one behind.
  func divisionTable(
    _ divisions: [SectorName], _ indicator: Indicator, basis: Basis = .ytd
  ) throws(ReportError) -> Table {
    let measures: [Measure] = [.level, .yoy, .share, .pull, .contribution]
    var rows: [(pull: Ratio?, name: SectorName, figures: [Figure])] = []
    for division in divisions {
      var figures: [Figure] = []
      for measure in measures {
        figures.append(try figure(measure, ofPart: division, indicator, basis))
      }
      guard figures.contains(where: { $0.value != .missing(.notApplicable) }) else { continue }
      rows.append((figures[3].exact, division, figures))
    }
    // Stable: the divisions' own order decides among equals.
    let sorted = rows.enumerated().sorted { one, other in
      switch (one.element.pull, other.element.pull) {
      case (let a?, let b?) where a != b: a > b
      case (_?, nil): true
      case (nil, _?): false
      default: one.offset < other.offset
      }
    }.map(\.element)
    return self.table(of: sorted.map { ($0.name, $0.figures) }, measures, indicator)
  }

  private func table(
    of rows: [(SectorName, [Figure])], _ measures: [Measure], _ indicator: Indicator
  ) -> Table {
    var notes = TableNotes(catalogue)
    let used = measures.indices.filter { column in rows.contains { $0.1[column].exact != nil } }
    let decimals = used.map { column in rows.map { $0.1[column].decimals }.max() ?? 0 }
    let lines = rows.map { name, figures in
      TableRow(
        stub: label(of: name),
        cells: zip(used, decimals).map { column, decimals in
          cell(figures[column], decimals: decimals, marksBureau: false, &notes)
        })
    }
    let columns = used.map { column in
      let heading = catalogue.heading(of: measures[column], areas: areas)
      let unit = (measures[column].fixedUnit ?? indicator.unit).symbol(in: language)
      return TableColumn(
        heading: heading, unit: unit,
        flatHeading: catalogue.text(.withUnit, ["heading": heading, "unit": unit]))
    }
    return Table(
      caption: catalogue.text(
        .divisionTableCaption,
        ["indicator": indicator.name[language], "period": period.title]),
      stubHead: catalogue.text(.divisionStubHead), columns: columns, rows: lines,
      footnotes: notes.footnotes,
      sourceNotes: notes.sourceNotes([catalogue.text(sourceNote(of: rows.flatMap(\.1)))]))
  }

  /// `39 计算机、通信和其他电子设备制造业`.
  private func label(of name: SectorName) -> String {
    guard let code = name.part?.value else { return name.description }
    let category = content.figures.definitions.classification[code]
    return [code, category?.name[language]].compactMap(\.self).joined(separator: " ")
  }

  func figure(
    _ measure: Measure, ofPart part: SectorName, _ indicator: Indicator, _ basis: Basis,
    at period: Period? = nil
  ) throws(ReportError) -> Figure {
    let name = FigureName(
      indicator: indicator.id, sector: part.description, basis: basis, measure: measure,
      period: period ?? content.period)
    return try figures.figure(name)
  }
}

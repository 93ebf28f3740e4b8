// SPDX-License-Identifier: Apache-2.0
import Statistics

extension ReportBuilder {
  var coverageSection: ReportSection {
    let coverage = content.coverage
    guard !coverage.files.isEmpty else {
      return section(.coverageHeading, [Paragraph(catalogue.text(.coverageNoFiles))])
    }
    let rows = catalogue.text(
      .coverageRows,
      [
        "files": numbers.grouped(coverage.files.count),
        "read": numbers.grouped(coverage.accepted + coverage.rejected),
        "accepted": numbers.grouped(coverage.accepted),
        "rejected": numbers.grouped(coverage.rejected),
        "passed_over": numbers.grouped(coverage.passedOver),
      ])
    return section(
      .coverageHeading, [Paragraph(rows + unitsSentence)],
      // A file may bear a unit's name.
      tables: [unitTable, content.audience == .internal ? fileTable : nil])
  }

  private var unitsSentence: String {
    guard content.coverage.unitsReported > 0 else { return catalogue.text(.coverageNoUnits) }
    let reported = numbers.grouped(content.coverage.unitsReported)
    guard let registered = content.coverage.unitsRegistered else {
      return catalogue.text(.coverageUnits, ["reported": reported])
    }
    return catalogue.text(
      .coverageUnitsOfRegister,
      ["reported": reported, "registered": numbers.grouped(registered)])
  }

  private var fileTable: Table {
    table(
      .fileTableCaption, stub: .fileStubHead,
      [
        (.fileFormat, .words), (.fileEncoding, .words), (.fileForm, .words),
        (.filePeriods, .words), (.fileAccepted, .numbers), (.fileRejected, .numbers),
        (.filePassedOver, .numbers),
      ],
      rows: content.coverage.files.map(row))
  }

  /// What a column of a plain table holds.
  enum PlainColumn { case words, numbers }

  /// A table without units and spanners.
  func table(
    _ caption: Message, stub: Message, _ heads: [(Message, PlainColumn)], rows: [TableRow]
  ) -> Table {
    let columns = heads.map { message, kind in
      let heading = catalogue.text(message)
      return TableColumn(
        heading: heading, unit: nil, flatHeading: heading, isText: kind == .words)
    }
    return Table(
      caption: catalogue.text(caption), stubHead: catalogue.text(stub), columns: columns,
      rows: rows)
  }

  func count(_ count: Int) -> TableCell { TableCell(text: numbers.grouped(count)) }

  /// Expected, reported and missing units; `nil` without unit returns.
  var unitTable: Table? {
    let units = content.coverage.units
    guard units.contains(where: { $0.reported > 0 }) else { return nil }
    let knowsExpected = units.contains { $0.expected != nil }
    let heads: [Message] =
      knowsExpected ? [.unitsExpected, .unitsReported, .unitsMissing] : [.unitsReported]
    return table(
      .unitTableCaption, stub: .unitStubHead, heads.map { ($0, .numbers) },
      rows: units.map { units in
        let expected = [units.expected, units.reported, units.missing].compactMap(\.self)
        return TableRow(
          stub: PeriodWords(units.period, in: language).alone,
          cells: (knowsExpected ? expected : [units.reported]).map(count))
      })
  }

  private func row(of file: Coverage.File) -> TableRow {
    let unknown = catalogue.text(.notRecognised)
    return TableRow(
      stub: file.path,
      cells: [
        .words(file.format ?? unknown), .words(file.encoding ?? unknown),
        .words(file.form ?? unknown), .words(span(of: file.periods) ?? unknown),
        count(file.accepted), count(file.rejected), count(file.passedOver),
      ])
  }

  /// `2021-05`, or the first and the last.
  private func span(of periods: [Period]) -> String? {
    guard let first = periods.first, let last = periods.last else { return nil }
    return first == last ? first.description : "\(first)…\(last)"
  }
}

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
      ])
    return section(.coverageHeading, [Paragraph(rows + unitsSentence)], table: fileTable)
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
    let heads: [(Message, isText: Bool)] = [
      (.fileFormat, true), (.fileEncoding, true), (.fileForm, true), (.filePeriods, true),
      (.fileAccepted, false), (.fileRejected, false),
    ]
    let columns = heads.map { message, isText in
      let heading = catalogue.text(message)
      return TableColumn(heading: heading, unit: nil, flatHeading: heading, isText: isText)
    }
    return Table(
      caption: catalogue.text(.fileTableCaption), stubHead: catalogue.text(.fileStubHead),
      columns: columns, rows: content.coverage.files.map(row))
  }

  private func row(of file: Coverage.File) -> TableRow {
    let unknown = catalogue.text(.notRecognised)
    return TableRow(
      stub: file.path,
      cells: [
        .words(file.format ?? unknown), .words(file.encoding ?? unknown),
        .words(file.form ?? unknown), .words(span(of: file.periods) ?? unknown),
        TableCell(text: numbers.grouped(file.accepted)),
        TableCell(text: numbers.grouped(file.rejected)),
      ])
  }

  /// `2021-05`, or the first and the last.
  private func span(of periods: [Period]) -> String? {
    guard let first = periods.first, let last = periods.last else { return nil }
    return first == last ? first.description : "\(first)…\(last)"
  }
}

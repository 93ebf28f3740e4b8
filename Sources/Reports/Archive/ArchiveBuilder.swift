// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Makes the archive's model in one language.
struct ArchiveBuilder {
  let publisher: Publisher
  let audience: Audience
  let languages: [Language]
  let catalogue: MessageCatalogue

  private var language: Language { catalogue.language }

  /// - Parameter entries: the newest period first.
  func archive(of entries: [ArchiveEntry]) -> Archive {
    let title = publisher.title?[language] ?? catalogue.text(.defaultTitle)
    let isSynthetic = publisher.isSynthetic
    return Archive(
      language: language, publisher: publisher, title: title,
      fullTitle: catalogue.text(
        .archiveTitle, ["area": publisher.area[language], "title": title]),
      audienceNotice: audience == .internal ? catalogue.text(.internalNotice) : nil,
      syntheticNotice: isSynthetic ? catalogue.text(.syntheticNotice) : nil,
      syntheticPageNotice: isSynthetic ? catalogue.text(.syntheticPageNotice) : nil,
      translations: languages.filter { $0 != language }.map {
        PageLink(title: $0.ownName, path: "index" + $0.fileSuffix)
      },
      table: table(entries), releases: entries.map(release), feedID: identifier([]),
      words: catalogue.words)
  }

  // MARK: - Releases

  private func release(_ entry: ArchiveEntry) -> ArchiveRelease {
    let newest = entry.vintages.last ?? 1
    let summary = (entry.manifest?.headlines ?? []).map { headline in
      let unit = UnitOfMeasure(headline.unit[Language.chinese.rawValue] ?? "")
      return label(headline) + " " + headline.value
        + (unit?.behindNumber(in: language) ?? " " + self.unit(headline))
    }
    return ArchiveRelease(
      period: entry.period, vintage: newest,
      title: PeriodWords(entry.period, in: language).title, path: path(entry, newest),
      correction: newest > 1
        ? catalogue.text(
          .correctionNotice, ["vintage": String(newest), "before": String(newest - 1)]) : nil,
      earlier: entry.vintages.dropLast().reversed().map { vintage in
        PageLink(
          title: catalogue.text(.archiveVintage, ["vintage": String(vintage)]),
          path: path(entry, vintage))
      },
      summary: summary.joined(separator: catalogue.text(.semicolon)),
      id: identifier([entry.period.description, String(newest)]))
  }

  /// A vintage that was not made in this language is linked in its first.
  private func path(_ entry: ArchiveEntry, _ vintage: Int) -> String {
    let made = entry.languages[vintage] ?? [language]
    let own = made.contains(language) ? language : made.first ?? language
    return "\(entry.period)/v\(vintage)/" + PageName.report.path(in: own)
  }

  private func label(_ headline: ReleaseManifest.Headline) -> String {
    headline.label[language.rawValue] ?? headline.label.values.min() ?? headline.figure
  }

  private func unit(_ headline: ReleaseManifest.Headline) -> String {
    headline.unit[language.rawValue] ?? headline.unit.values.min() ?? ""
  }

  // MARK: - The series

  /// A row a period, a column for each headline of the newest release.
  private func table(_ entries: [ArchiveEntry]) -> Table? {
    let newest = entries.lazy.compactMap(\.manifest).first { !$0.headlines.isEmpty }
    guard let newest else { return nil }
    var notes = TableNotes(catalogue)
    let rows = entries.map { row($0, newest.headlines.map(\.series), &notes) }
    return Table(
      caption: catalogue.text(.archiveCaption), stubHead: catalogue.text(.monthsStubHead),
      columns: newest.headlines.map { headline in
        TableColumn(
          heading: label(headline), unit: unit(headline),
          flatHeading: catalogue.text(
            .withUnit, ["heading": label(headline), "unit": unit(headline)]))
      }, rows: rows, sourceNotes: notes.sourceNotes([]))
  }

  private func row(
    _ entry: ArchiveEntry, _ series: [String], _ notes: inout TableNotes
  ) -> TableRow {
    let values = Dictionary(
      (entry.manifest?.headlines ?? []).map { ($0.series, $0) },
      uniquingKeysWith: { first, _ in first })
    let cells = series.map { name in
      values[name].map { TableCell(text: $0.value, figure: $0.figure) }
        ?? TableCell(
          text: notes.symbol(for: .notReported), reason: catalogue.text(.reasonNotReported))
    }
    return TableRow(
      stub: PeriodWords(entry.period, in: language).title,
      link: path(entry, entry.vintages.last ?? 1), cells: cells)
  }

  // MARK: - Identifiers

  /// A UUID (version 8, RFC 9562) that is the same for the same release wherever it is made: FNV-1a of
  /// area, office, audience, language and the names.
  private func identifier(_ names: [String]) -> String {
    let all =
      [publisher.area.zh, publisher.office.zh, audience.rawValue, language.rawValue] + names
    let prime: UInt128 = (1 << 88) + 0x13B
    var hash: UInt128 = 0x6C62_272E_07BB_0142_62B8_2175_6295_C58D
    for byte in all.joined(separator: "\u{0}").utf8 { hash = (hash ^ UInt128(byte)) &* prime }
    hash = hash & ~(0xF << 76) | (0x8 << 76)
    hash = hash & ~(0x3 << 62) | (0x2 << 62)
    let digits = String(hash, radix: 16)
    var rest = (String(repeating: "0", count: 32 - digits.count) + digits)[...]
    var parts: [Substring] = []
    for length in [8, 4, 4, 4, 12] {
      parts.append(rest.prefix(length))
      rest = rest.dropFirst(length)
    }
    return "urn:uuid:" + parts.joined(separator: "-")
  }
}

extension ReleaseManifest.Headline {
  /// The figure's name without its period.
  fileprivate var series: String {
    figure.split(separator: "@").first.map(String.init) ?? figure
  }
}

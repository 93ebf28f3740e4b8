// SPDX-License-Identifier: Apache-2.0
import Statistics

extension Report {
  /// Numbers the headings of the sections that there are: 一、总体情况, 二、行业情况.
  mutating func numberHeadings(by catalogue: MessageCatalogue) {
    var next = 0
    func numbered(_ section: ReportSection) -> ReportSection {
      next += 1
      var section = section
      section.heading = catalogue.text(
        .numberedHeading,
        ["number": Report.numeral(next, in: catalogue.language), "heading": section.heading])
      return section
    }
    overview = numbered(overview)
    let optional: [WritableKeyPath<Report, ReportSection?>] = [
      \.sectors, \.structure, \.investment, \.indicators, \.targets, \.tasks, \.clusters,
      \.comparison, \.bureau, \.revisions,
    ]
    for path in optional { self[keyPath: path] = self[keyPath: path].map(numbered) }
    coverage = numbered(coverage)
    quality = numbered(quality)
    definitions = numbered(definitions)
  }

  private static func numeral(_ number: Int, in language: Language) -> String {
    guard language == .chinese, (1...19).contains(number) else { return String(number) }
    let numerals = PeriodWords.chineseNumbers
    return number <= 10 ? numerals[number - 1] : "十" + numerals[number - 11]
  }
}

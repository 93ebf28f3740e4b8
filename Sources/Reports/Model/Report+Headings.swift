// SPDX-License-Identifier: Apache-2.0
import Statistics

extension Report {
  /// Numbers the headings of the sections that there are: 一、总体情况, 二、行业情况.
  mutating func numberHeadings(by catalogue: MessageCatalogue) {
    var next = 0
    func number(_ section: inout ReportSection) {
      next += 1
      section.heading = catalogue.text(
        .numberedHeading,
        ["number": Report.numeral(next, in: catalogue.language), "heading": section.heading])
    }
    func number(_ section: inout ReportSection?) {
      guard var present = section else { return }
      number(&present)
      section = present
    }
    number(&overview)
    number(&sectors)
    number(&indicators)
    number(&targets)
    number(&bureau)
    number(&coverage)
    number(&quality)
    number(&definitions)
  }

  private static func numeral(_ number: Int, in language: Language) -> String {
    let numerals = PeriodWords.chineseNumbers
    return language == .chinese && number <= numerals.count
      ? numerals[number - 1] : String(number)
  }
}

// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Plan
import Statistics

/// Makes the report's model of a release's content in one language; one extension a section.
struct ReportBuilder {
  let content: ReleaseContent
  let catalogue: MessageCatalogue
  let clauses: Clauses
  let subject: Subject
  let numbers: NumberText
  let period: PeriodWords

  let figures: ReleaseFigures
  /// Of charts in files of their own.
  let filePalette: ChartPalette

  /// - Parameter figures: the content's, shared by the builders of all languages.
  init(
    _ content: ReleaseContent, in catalogue: MessageCatalogue, figures: ReleaseFigures? = nil,
    filePalette: ChartPalette = .file
  ) {
    self.filePalette = filePalette
    self.content = content
    self.figures = figures ?? ReleaseFigures(content.figures, for: content.audience)
    self.catalogue = catalogue
    clauses = Clauses(catalogue)
    subject = Subject(catalogue: catalogue)
    numbers = NumberText(language: catalogue.language)
    period = PeriodWords(content.period, in: catalogue.language)
  }

  /// Those that figures are held against.
  var areas: [Area] { content.figures.definitions.comparators }

  var language: Language { catalogue.language }

  /// `nil` where the workspace has no such indicator; then the sections about it are left out.
  var headline: Indicator? {
    content.figures.indicators.first { $0.id == content.headlineIndicator }
  }

  var total: Sector? { content.figures.sectors.first { $0.id == Figures.total } }

  /// The total's name in a clause: 占规模以上工业比重. A common noun, so English begins it small.
  var totalInSentence: String {
    let name = total?.name[language] ?? ""
    return language == .english ? Subject.midSentence(name) : name
  }

  /// One figure, of the content's period where none is named.
  func figure(
    _ measure: Measure, of sector: Sector, _ indicator: Indicator, _ basis: Basis = .ytd,
    at period: Period? = nil
  ) throws(ReportError) -> Figure {
    let name = FigureName(
      indicator: indicator.id, sector: sector.id, basis: basis, measure: measure,
      period: period ?? content.period)
    return try figures.figure(name)
  }

  func isDisclosed(_ assessment: TargetAssessment) -> Bool {
    assessment.value.figure.map { figures.disclosed($0).exact == $0.exact } ?? true
  }

  /// Whether any figure of the sector is known at the period.
  func hasData(_ sector: Sector, _ indicator: Indicator) throws(ReportError) -> Bool {
    for basis in Basis.allCases {
      for measure in [Measure.level, .yoy, .share] {
        if try figure(measure, of: sector, indicator, basis).exact != nil { return true }
      }
    }
    return false
  }

  /// The sectors with data of the headline indicator, in the order of printing, total first.
  func sectorsWithData() throws(ReportError) -> [Sector] {
    guard let headline else { return [] }
    var sectors: [Sector] = []
    for sector in content.figures.sectors where try hasData(sector, headline) {
      sectors.append(sector)
    }
    let total = sectors.filter { $0.id == Figures.total }
    return total + sectors.filter { $0.id != Figures.total }
  }

  func section(
    _ heading: Message, _ paragraphs: [Paragraph] = [], charts: [ChartFrame?] = [],
    tables: [Table?] = []
  ) -> ReportSection {
    ReportSection(
      heading: catalogue.text(heading), paragraphs: paragraphs,
      charts: charts.compactMap(\.self), tables: tables.compactMap(\.self))
  }
}

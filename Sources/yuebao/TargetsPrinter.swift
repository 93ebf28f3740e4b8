// SPDX-License-Identifier: Apache-2.0
import Plan
import Reports
import Statistics

/// Prints how a plan stands.
struct TargetsPrinter {
  let progress: SelectedProgress
  /// `nil` where the register has no communities, or they are not asked for.
  let communities: CommunityFigures?
  let words: TargetWords
  let figureWords: FigureWords

  func print(_ rows: TargetRows, _ format: OutputFormat) throws {
    let text = TargetsText(
      progress: progress, communities: communities, words: words, figureWords: figureWords)
    switch format {
    case .text: try Console.print(text.text(of: rows))
    case .json:
      try Console.print(JSONText.of(TargetsDocument(progress, communities, words)))
    case .csv:
      let csv = TargetsCSV(progress: progress, communities: communities, words: words)
      try Console.print(csv.text(of: rows))
    }
  }
}

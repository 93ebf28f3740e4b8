// SPDX-License-Identifier: Apache-2.0
import Foundation
import Statistics
import Testing

/// `Documentation/Figures.md` computes one figure of each measure by hand; the program must come to
/// the same.
@Suite struct WorkedExampleTests {
  struct Line: CustomTestStringConvertible {
    let figure: String
    let value: String
    var testDescription: String { figure }
  }

  private static let page = Repository.root.appendingPathComponent("Documentation/Figures.md")

  /// The rows of tables whose first cell is a figure with its period.
  static let lines: [Line] = ((try? String(contentsOf: page, encoding: .utf8)) ?? "")
    .split(separator: "\n").compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard cells.count == 3, cells[0].hasPrefix("`"), cells[0].contains("@") else { return nil }
      return Line(figure: cells[0].filter { $0 != "`" }, value: cells[2])
    }

  /// Everything that the program prints of the example, by figure: digits and unit.
  private static func printed() throws -> [String: String] {
    var printed: [String: String] = [:]
    let folder = Repository.root.appendingPathComponent("Examples/worked").path
    let measures = ["since_2019", "average_since_2019"].map { ["--measure", $0] }
    for options in [[], ["--by", "division"]] + measures {
      let result = try Program.run(
        ["figures", "--workspace", folder, "--period", "2021-05", "--format", "json"] + options,
        in: Repository.root)
      #expect(result.status == 0, "\(result.errors)")
      let document = try JSONDecoder().decode(Document.self, from: Data(result.output.utf8))
      for figure in document.figures {
        printed[figure.name] = "\(figure.rounded ?? "") \(figure.unit)"
      }
    }
    return printed
  }

  private struct Document: Decodable {
    struct Entry: Decodable {
      let name: String
      let rounded: String?
      let unit: String
    }
    let figures: [Entry]
  }

  @Test func thePageIsWhatTheProgramPrints() throws {
    let printed = try Self.printed()
    for line in Self.lines { #expect(printed[line.figure] == line.value, "\(line.figure)") }
  }

  @Test func everyMeasureHasItsLine() {
    let measures = Self.lines.compactMap { line -> String? in
      let name = line.figure.split(separator: "@")[0]
      return name.split(separator: ".").last.map(String.init)
    }
    let shown = Set(measures.compactMap { Measure(rawValue: $0) })
    for measure in Measure.allCases { #expect(shown.contains(measure), "\(measure.rawValue)") }
    #expect(shown.contains(.growthSince(year: 2019)))
    #expect(shown.contains(.averageGrowthSince(year: 2019)))
    #expect(shown.contains(.gap(area: "city")))
  }
}

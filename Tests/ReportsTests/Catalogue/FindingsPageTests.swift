// SPDX-License-Identifier: Apache-2.0
import Foundation
import Statistics
import Testing

@testable import Reports

/// `Documentation/Findings.md` lists every code with its severity and the catalogues' own words.
@Suite struct FindingsPageTests {
  private static let page = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Documentation/Findings.md")

  @Test(arguments: FindingCode.allCases) func hasTheCode(code: FindingCode) throws {
    let text = try String(contentsOf: Self.page, encoding: .utf8)
    let line = try #require(
      text.split(separator: "\n").first { $0.hasPrefix("| \(code.rawValue) ") })
    let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
    #expect(cells[1] == code.severity.rawValue)
    for (language, position) in [(Language.chinese, 3), (.english, 5)] {
      let catalogue = MessageCatalogue(language, from: Templates())
      #expect(cells[position] == catalogue.text(of: Finding(code)).remedy)
    }
  }
}

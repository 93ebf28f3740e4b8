// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@testable import Reports

/// The reference page of template names is made from the model, and must not drift from it.
@Suite struct TemplatesPageTests {
  private static let page = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Documentation/Templates.md")

  /// `RECORD_CASES=1 swift test --filter TemplatesPageTests` writes the page anew, and fails.
  @Test func thePageIsTheModels() throws {
    if ProcessInfo.processInfo.environment["RECORD_CASES"] == "1" {
      try Data(referenceOfTemplateNames().utf8).write(to: Self.page)
      Issue.record("recorded Documentation/Templates.md")
    }
    #expect(try String(contentsOf: Self.page, encoding: .utf8) == referenceOfTemplateNames())
  }
}

// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Statistics

@Suite struct CoverageTests {
  private func file(_ path: String, _ accepted: Int, _ rejected: Int) -> Coverage.File {
    Coverage.File(
      path: path, bytes: 1, format: "CSV", encoding: "UTF-8", form: nil, periods: [],
      accepted: accepted, rejected: rejected)
  }

  @Test func sortsItsFilesAndAddsThemUp() {
    let coverage = Coverage(
      files: [file("b", 3, 1), file("a", 5, 0)], unitsReported: 8, unitsRegistered: nil)
    #expect(coverage.files.map(\.path) == ["a", "b"])
    #expect(coverage.accepted == 8 && coverage.rejected == 1)
  }
}

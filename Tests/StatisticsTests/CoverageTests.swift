// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Statistics

@Suite struct CoverageTests {
  private func file(
    _ path: String, _ accepted: Int, _ rejected: Int, passedOver: Int = 0
  ) -> Coverage.File {
    Coverage.File(
      path: path, bytes: 1, format: "CSV", encoding: "UTF-8", form: nil, periods: [],
      accepted: accepted, rejected: rejected, passedOver: passedOver)
  }

  @Test func sortsItsFilesAndAddsThemUp() {
    let coverage = Coverage(
      files: [file("b", 3, 1, passedOver: 2), file("a", 5, 0, passedOver: 1)], unitsReported: 8,
      unitsRegistered: nil)
    #expect(coverage.files.map(\.path) == ["a", "b"])
    #expect(coverage.accepted == 8 && coverage.rejected == 1 && coverage.passedOver == 3)
  }
}

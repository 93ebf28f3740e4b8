// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import yuebao

@Suite struct TextSparklineTests {
  @Test(
    arguments: [
      (["0.0", "1.0", "2.0", "3.0", "4.0", "5.0", "6.0", "7.0"], "▁▂▃▄▅▆▇█"),
      (["-3.5", nil, "3.5"], "▁ █"), (["5.0", "5.0"], "▄▄"), ([nil, nil], "  "), (["1"], "▄"),
      (["0", "100", "87"], "▁█▇"), ([], ""),
    ] as [([String?], String)])
  func drawsACourse(digits: [String?], line: String) {
    #expect(TextSparkline.line(digits) == line)
  }

  @Test func marksBreaksAndKeepsTheirColumn() {
    #expect(TextSparkline.line(["1", "2", "3"], marked: [1], spaced: [1, 2]) == "▁│▅ █")
  }

  @Test func takesTheLargestNumbers() {
    let large = String(Int128.max)
    #expect(TextSparkline.line(["-" + large, large, "0", large + "0"]) == "▁█▅ ")
  }
}

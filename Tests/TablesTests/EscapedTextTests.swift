// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

@Suite struct EscapedTextTests {
  @Test(
    arguments: [
      ("_x000D_", "\r"), ("a_x000a_b", "a\nb"), ("_x005F_x000D_", "_x000D_"), ("_x005f_", "_"),
      ("_X000D_", "_X000D_"), ("_x00D_", "_x00D_"), ("_x000D", "_x000D"), ("_x00GG_", "_x00GG_"),
      ("_x4E2D_文", "中文"), ("_xD83D__xDE00_", "😀"), ("__x0041__", "_A_"),
      ("_x0041_x0042_", "Ax0042_"), ("_x0041__x0042_", "AB"), ("", ""), ("_", "_"),
      ("_x005F_x005F_x0041_", "_x005FA"),
    ])
  func escapesAreDecodedOnce(text: String, expected: String) {
    var bytes = Array("x_x0041_\(text)".utf8)
    let isWhole = bytes.decodeEscapes(from: 8)
    #expect(isWhole)
    #expect(String(decoding: bytes, as: UTF8.self) == "x_x0041_\(expected)")
  }

  @Test(arguments: ["_xD800_", "_xDC00_", "_xDC00__xD800_", "_xD800_x0041_"])
  func halfACharacterStaysAsWritten(text: String) {
    var bytes = Array(text.utf8)
    let isWhole = bytes.decodeEscapes(from: 0)
    #expect(!isWhole)
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }
}

// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@testable import Reports

struct JSONValueTests {
  private func text(_ value: JSONValue) -> String {
    var text = ""
    value.write(to: &text)
    return text
  }

  @Test func keysAreSorted() {
    let value = JSONValue.object([
      "b": .integer(-1), "a": .list([.boolean(true), .text("x")]), "B": .object([:]),
    ])
    #expect(text(value) == #"{"B":{},"a":[true,"x"],"b":-1}"#)
  }

  @Test func deceptiveCharactersAreEscaped() {
    #expect(
      text(.text("a\"\\\n\u{0}\u{7F}\u{85}\u{202E}\u{2028}\u{E0001}万"))
        == #""a\"\\\n\u0000\u007f\u0085\u202e\u2028\udb40\udc01万""#)
  }

  @Test func hostileTextsReadBack() throws {
    let bytes = JSONValue.document(["a": .list(Table.hostileTexts.map(JSONValue.text))])
    let object = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: [String]]
    #expect(object?["a"] == Table.hostileTexts)
  }

  @Test func aDocumentHasOneElementALine() {
    let bytes = JSONValue.document(["a": .list([.integer(1), .integer(2)]), "b": .list([])])
    #expect(String(decoding: bytes, as: UTF8.self) == "{\n\"a\":[\n1,\n2\n],\n\"b\":[]\n}\n")
  }
}

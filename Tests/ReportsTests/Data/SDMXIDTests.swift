// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Reports

struct SDMXIDTests {
  @Test(arguments: [
    ("total", "total"), ("gap_nation", "gap_nation"), ("官桥", "$E5$AE$98$E6$A1$A5"),
    ("a-b", "a$2Db"),
    ("$", "$24"), ("", ""), ("\t", "$09"),
  ])
  func escapesWhatIdsMayNotHold(text: String, id: String) {
    #expect(SDMXID.escaped(text) == id)
  }

  /// Different texts have different ids, and each can be read back as a URL's text can.
  @Test(arguments: ["官桥", "a$2Db", "a-b", "$", "é", "👩‍🏭", ""])
  func canBeReadBack(text: String) throws {
    var bytes: [UInt8] = []
    var rest = Array(SDMXID.escaped(text).utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "$") else {
        bytes.append(byte)
        continue
      }
      bytes.append(try #require(UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)))
      rest = rest.dropFirst(2)
    }
    #expect(String(decoding: bytes, as: UTF8.self) == text)
  }

  @Test func namesAPartByDimensionAndValue() {
    #expect(SDMXID.breakdown(nil) == "_T")
    #expect(SDMXID.breakdown(.init(.level(.division), "39")) == "division-39")
    #expect(SDMXID.breakdown(.init(.attribute("community"), "")) == "community-")
  }
}

// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Reports

struct LogoTests {
  private static func svg(_ inner: String) -> [UInt8] {
    Array("<svg xmlns=\"http://www.w3.org/2000/svg\">\(inner)</svg>".utf8)
  }

  /// Signature and head of a picture of `width` × 1.
  private static func png(width: UInt8) -> [UInt8] {
    [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
      + [0, 0, 0, width, 0, 0, 0, 1] + Array(repeating: 0, count: 20)
  }

  @Test func takesPicturesThatStandAlone() throws {
    let gradient = "<linearGradient id=\"a\"/><path fill=\"url(#a)\"/><use href=\"#a\"/>"
    #expect(
      try Logo.address(Self.svg(gradient), named: "a.SVG").hasPrefix("data:image/svg+xml;base64,"))
    #expect(
      try Logo.address(Self.png(width: 8), named: "a.png").hasPrefix("data:image/png;base64,iVBOR"))
  }

  @Test(arguments: [
    "<script>alert(1)</script>", "<g onload=\"alert(1)\"/>", "<g/onload = 'x'/>",
    "<a href=\"javascript:alert(1)\"/>", "<image href=\"https://x.cn/a.png\"/>",
    "<image xlink:href='//x.cn/a.png'/>", "<style>@import 'x.css'</style>",
    "<path fill=\"url(http://x.cn#a)\"/>", "<foreignObject/>", "<!ENTITY a \"b\">",
    "<SCRIPT/>", "<image href=a.png />",
  ])
  func refusesWhatRunsOrLoads(inner: String) {
    #expect(throws: Logo.Refusal.self) { try Logo.address(Self.svg(inner), named: "a.svg") }
  }

  @Test func refusesWhatIsNoPicture() {
    for (bytes, name) in [
      ([], "a.svg"), (Array("<html/>".utf8), "a.svg"), ([0xFF, 0xFE], "a.svg"),
      (Self.svg(""), "a.png"), (Self.png(width: 0), "a.png"),
      (Self.svg(String(repeating: " ", count: Logo.limit)), "a.svg"),
    ] {
      #expect(throws: Logo.Refusal.self) { try Logo.address(bytes, named: name) }
    }
  }

  @Test(arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")])
  func base64(text: String, coded: String) {
    #expect(Logo.base64(Array(text.utf8)) == coded)
  }
}

// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Reports

struct SheetNamesTests {
  @Test(arguments: [
    ("行业", "行业"), ("a[1]:*?/\\#b", "a_1_______b"), ("'x'", "x"), ("", "_"), ("' '", "_"),
    ("甲\u{202E}\n乙", "甲⟨U+202E⟩ 乙"), ("History", "History 2"),
    (String(repeating: "长", count: 40), String(repeating: "长", count: 31)),
    (String(repeating: "𠀀", count: 20), String(repeating: "𠀀", count: 15)),
  ])
  func aNameIsAllowed(wish: String, name: String) {
    #expect(sheetNames([wish]) == [name])
  }

  @Test func eachNameIsUniqueWhateverItsCase() {
    #expect(sheetNames(["a", "A", "a", "a 2"]) == ["a", "A 2", "a 3", "a 2 2"])
    let long = String(repeating: "x", count: 31)
    #expect(sheetNames([long, long]) == [long, String(repeating: "x", count: 29) + " 2"])
  }
}

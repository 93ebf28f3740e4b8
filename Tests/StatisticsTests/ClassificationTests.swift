// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Statistics

@Suite struct ClassificationTests {
  private let tree = Classification(
    edition: "GB/T 4754-2017",
    categories: [
      ("C", nil), ("38", "C"), ("39", "C"), ("391", "39"), ("392", "39"), ("3921", "392"),
      ("3911", "391"), ("3912", "391"), ("381", "38"), ("3811", "381"), ("06", "B"), ("B", nil),
      ("061", "06"), ("0610", "061"),
    ].map { .init(code: $0, name: LocalizedName(zh: "名" + $0), parent: $1) })

  @Test(arguments: [
    ("C", ["3811", "3911", "3912", "3921"]), ("39", ["3911", "3912", "3921"]),
    ("391", ["3911", "3912"]), ("3911", ["3911"]), ("B", ["0610"]), ("6", []), ("", []), ("c", []),
  ])
  func listsTheClassesOfEveryLevel(code: String, classes: [String]) {
    #expect(tree.classes(in: code) == classes)
  }

  @Test(arguments: [("3911", true), ("391", false), ("C", false), ("610", false), ("0610", true)])
  func onlyTheLowestLevelIsAClass(code: String, isClass: Bool) {
    #expect(tree.isClass(code) == isClass)
  }

  @Test func listsItsClasses() {
    #expect(tree.classes.sorted() == ["0610", "3811", "3911", "3912", "3921"])
  }

  @Test func leadingZerosCount() {
    #expect(tree["06"]?.name.zh == "名06")
    #expect(tree["6"] == nil)
  }

  @Test func sectionsHaveNoParent() {
    #expect(tree["C"]?.parent == nil)
    #expect(tree["39"]?.parent == "C")
    #expect(tree.codes.count == 14)
  }
}

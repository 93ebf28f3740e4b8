// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Provenance

@Suite struct SnapshotTests {
  private let one = Digest(of: [1])
  private let two = Digest(of: [2])

  @Test func isALineAFileSortedByPath() {
    let snapshot = Snapshot(files: ["b": .content(one), "a": .content(two)])
    #expect(snapshot.text == "\(two.text)  a\n\(one.text)  b\n")
  }

  @Test func theSameFilesHaveTheSameDigest() {
    let files: [String: Snapshot.Entry] = ["b": .content(one), "a": .content(two)]
    #expect(Snapshot(files: files).digest == Snapshot(files: files).digest)
    #expect(Snapshot(files: ["a": .content(two)]).digest != Snapshot(files: files).digest)
  }

  @Test(arguments: [
    "Input/returns/万江 2021-05.csv", "line\nend", "back\\slash", "two  blanks", "!mark", "",
  ])
  func readsItsOwnTextWhateverTheName(path: String) {
    let snapshot = Snapshot(files: [
      path: .content(one), "pipe": .unreadable(reason: "not a\nregular file"),
    ])
    #expect(Snapshot(text: snapshot.text) == snapshot)
  }

  @Test(arguments: ["x", "x  y\n", "\n", "0  a\n"])
  func anyOtherTextIsRefused(text: String) { #expect(Snapshot(text: text) == nil) }

  @Test func aTextOutOfOrderIsRefused() {
    #expect(Snapshot(text: "\(one.text)  b\n\(one.text)  a\n") == nil)
  }

  @Test func saysWhatDiffers() {
    let before = Snapshot(files: [
      "gone": .content(one), "kept": .content(one), "other": .content(one),
    ])
    let after = Snapshot(files: [
      "kept": .content(one), "new": .content(one), "other": .content(two),
    ])
    let changes = after.changes(since: before)
    #expect(changes.map(\.path) == ["gone", "new", "other"])
    #expect(changes.map(\.change) == [.removed, .added, .changed])
    #expect(before.changes(since: before).isEmpty)
  }
}

// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

@Suite struct ReadEachTableTests {
  private static let files = (0..<9).map { index in
    Array((0..<(1 + index * 40)).map { "\(index),\($0)\n" }.joined().utf8)
  }

  /// Each file's rows and problems are those of reading it alone, whatever the number of cores.
  @Test(arguments: [1, 2, 3, 16])
  func eachFileIsReadWhole(cores: Int) {
    let read = Monitor([Int: [[String]]]())
    let sizes = Monitor([Int: Int]())
    readEachTable(
      Self.files.count, options: TableOptions(cores: cores),
      open: { MemorySource(Self.files[$0]) }, receiver: { _ in Recorder() },
      finished: { recorder, file, size, problems in
        #expect(problems.isEmpty)
        sizes.change { $0[file] = size }
        read.change { $0[file] = recorder.texts }
      })
    for (index, bytes) in Self.files.enumerated() {
      #expect(read.look { $0[index] } == record(bytes).texts)
      #expect(sizes.look { $0[index] } == bytes.count)
    }
  }

  @Test func aFileThatCannotBeOpenedIsAProblem() {
    let read = Monitor([Int: [TableProblem.Kind]]())
    readEachTable(
      2,
      open: { file throws(ByteSourceError) in
        if file == 1 { throw ByteSourceError(reason: "Permission denied") }
        return MemorySource(Array("a,b\n".utf8))
      }, receiver: { _ in Recorder() },
      finished: { _, file, _, problems in read.change { $0[file] = problems.map(\.kind) } })
    #expect(read.look { $0 } == [0: [], 1: [.unreadable]])
  }

  @Test func noFilesAreNoWork() {
    readEachTable(
      0, open: { _ in MemorySource([]) }, receiver: { _ in Recorder() },
      finished: { _, _, _, _ in Issue.record("no file") })
  }
}

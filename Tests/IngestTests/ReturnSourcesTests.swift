// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Ingest

/// Runs of sources against the sources themselves.
@Suite struct ReturnSourcesTests {
  private static func anySources(using random: inout SeededGenerator) -> [ReturnSource] {
    var (row, line): (Int32, Int32) = (1, Bool.random(using: &random) ? 1 : 0)
    return (0..<Int.random(in: 0...30, using: &random)).map { _ in
      // Mostly the next row; sometimes one is left out, or takes two lines.
      row += Int32.random(in: 0..<8, using: &random) == 0 ? 2 : 1
      if line > 0 { line += Int32.random(in: 0..<8, using: &random) == 0 ? 2 : 1 }
      return ReturnSource(
        table: Int32.random(in: 0..<20, using: &random) == 0 ? 1 : 0, row: row, line: line)
    }
  }

  private static func sources(_ all: [ReturnSource]) -> ReturnSources {
    var sources = ReturnSources()
    for source in all { sources.append(source) }
    return sources
  }

  @Test func eachRowHasItsOwn() {
    var random = SeededGenerator(seed: 31)
    for _ in 0..<300 {
      let all = Self.anySources(using: &random)
      let sources = Self.sources(all)
      #expect(sources.count == all.count)
      #expect(all.indices.map { sources[$0] } == all)
    }
  }

  @Test func filesFollowOneAnother() {
    var random = SeededGenerator(seed: 32)
    for _ in 0..<300 {
      var (all, sources, tables) = ([ReturnSource](), ReturnSources(), Int32(0))
      for _ in 0..<3 {
        let file = Self.anySources(using: &random)
        sources.append(Self.sources(file), firstTable: tables)
        all += file.map { ReturnSource(table: $0.table + tables, row: $0.row, line: $0.line) }
        tables += 2
      }
      // More rows of the last file's table.
      let more = ReturnSource(table: tables - 2, row: 900, line: 900)
      sources.append(more)
      all.append(more)
      #expect(all.indices.map { sources[$0] } == all)
    }
  }
}

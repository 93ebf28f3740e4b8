// SPDX-License-Identifier: Apache-2.0

/// One stream of a compound file, read where its sectors lie.
///
/// A chain that breaks, leaves the file or goes in a circle makes the stream end there; whoever
/// needs more of it says `ending`.
final class CompoundStream: ByteSource {
  /// Sectors that lie one behind the other.
  private struct Run {
    /// The first one's number in the stream.
    var start: Int
    var sector: UInt32
  }

  /// As far as the chain reaches.
  let size: Int
  /// Why there is no more.
  let ending: String
  private let source: any ByteSource
  private let shift: Int
  private let runs: [Run]

  /// Follows the chain to its end. Without a table that can be read, the stream is empty.
  init(
    _ table: SectorTable, start: UInt32, size: Int, name: String
  ) throws(TableProblem) {
    var table = table
    var runs: [Run] = []
    var visited = [Bool](repeating: false, count: table.count)
    let wanted = size > table.count << table.shift ? table.count : (size - 1) >> table.shift + 1
    var length = 0
    var sector = start
    var ending = "the stream \(name) is cut off"
    while length < wanted, sector != SectorTable.endOfChain {
      guard table.contains(sector) else {
        ending = "the stream \(name) goes on outside of the file"
        break
      }
      if visited[Int(sector)] {
        ending = "the sectors of the stream \(name) go in a circle"
        break
      }
      visited[Int(sector)] = true
      let follows = runs.last.map { Int($0.sector) + length - $0.start == Int(sector) }
      if follows != true { runs.append(Run(start: length, sector: sector)) }
      length += 1
      guard let next = try table.next(after: sector) else { break }
      sector = next
    }
    self.runs = runs
    self.size = min(size, length << table.shift)
    self.ending = ending
    source = table.source
    shift = table.shift
  }

  func read(
    at offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(ByteSourceError) -> Int {
    guard offset >= 0, offset < size, let index = run(at: offset >> shift) else { return 0 }
    let run = runs[index]
    let end = index + 1 < runs.count ? min(runs[index + 1].start << shift, size) : size
    let count = min(buffer.count, end - offset)
    let start = (Int(run.sector) + 1) << shift + offset - run.start << shift
    return try source.read(
      at: start, into: UnsafeMutableRawBufferPointer(rebasing: buffer[..<count]))
  }

  /// The last run that begins at this sector of the stream or before.
  private func run(at sector: Int) -> Int? {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].start <= sector { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}

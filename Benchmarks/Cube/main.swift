// SPDX-License-Identifier: Apache-2.0
// What the cube costs beside reading: reads a workspace, adds its returns up by class and flags and by
// community, puts sectors and divisions together, and prints how long each took and how much processor
// time, in milliseconds: on a machine with other work the latter says more.
import Aggregation
import Foundation
import Ingest
import Statistics
import Tables

struct Files: DefinitionFiles {
  let root: String

  func bytes(of path: String) throws(DefinitionFileError) -> [UInt8]? {
    FileManager.default.contents(atPath: root + path).map { [UInt8]($0) }
  }

  func files(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: root + folder)) ?? []
    return names.filter { !$0.hasPrefix(".") }.map { "\(folder)/\($0)" }.sorted()
  }
}

/// A file's bytes, mapped into memory.
final class MappedFile: ByteSource {
  private let data: Data

  init(_ path: String) throws(ByteSourceError) {
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    else { throw ByteSourceError(reason: "cannot be read") }
    self.data = data
  }

  var size: Int { data.count }

  func read(
    at offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(ByteSourceError) -> Int {
    let count = max(0, min(buffer.count, data.count - offset))
    return data.copyBytes(to: buffer, from: offset..<(offset + count))
  }
}

func fail(_ text: String) -> Never {
  FileHandle.standardError.write(Data((text + "\n").utf8))
  exit(1)
}

/// Of all threads, in milliseconds.
func processorTime() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1e3 + Double(time.tv_nsec) / 1e6
}

/// Runs the work and prints how long it took.
func time<Result>(_ name: String, _ work: () -> Result) -> Result {
  let clock = ContinuousClock()
  var result: Result?
  let before = processorTime()
  let duration = clock.measure { result = work() }
  let used = processorTime() - before
  print("\(name)\t\(duration / .milliseconds(1))")
  print("\(name), processor time\t\(used)")
  guard let result else { fail("no result") }
  return result
}

func cube(_ indicators: [Indicator], _ sums: [StratumSums]) -> Cube {
  var cube = Cube(indicators: indicators)
  for sums in sums {
    let strata = sums.strata.map { stratum in
      Cube.Stratum(
        period: sums.period, industry: stratum.industry, flags: stratum.flags,
        attribute: stratum.attributeValue ?? "")
    }
    let columns = sums.columns.mapValues { column in
      CellColumn(
        power: column.exponent, counts: column.counts, known: column.known,
        missing: column.missing, others: column.others)
    }
    cube.add(PeriodCells(period: sums.period, strata: strata, columns: columns))
  }
  return cube
}

guard CommandLine.arguments.count == 2 else { fail("usage: cube WORKSPACE") }
let root = CommandLine.arguments[1] + "/"
guard let definitions = Definitions.load(from: Files(root: root)).0 else {
  fail("the definitions of \(root) have errors")
}
let enumerator = FileManager.default.enumerator(atPath: root + "Input/returns")
let paths = (enumerator?.compactMap { $0 as? String } ?? []).filter { $0.hasSuffix(".csv") }
  .sorted()
let ingest = ReturnsIngest(definitions: definitions)
time("read and typed") {
  ingest.ingest(files: paths) { path throws(ByteSourceError) in
    try MappedFile(root + "Input/returns/" + path)
  }
}
time("settled and checked") { ingest.settle() }
let plain = time("cube") { cube(definitions.indicators, ingest.sums()) }
let byCommunity = time("cube by community") {
  ingest.sums(by: "community").map { cube(definitions.indicators, $0) }
}
guard let byCommunity else { fail("the register has no community") }
let names = FigureDefinitions(
  indicators: definitions.indicators, sectors: definitions.sectors,
  classification: definitions.classification, flagNames: definitions.flagNames)
let figures = time("sectors and divisions") {
  Figures(names, cube: plain, bureau: ingest.bureau)
}
let broken = time("sectors by community") {
  Figures(names, cube: byCommunity, bureau: [:], dimensions: [.attribute("community")])
}
print("strata\t\(plain.strataCount)")
print("strata by community\t\(byCommunity.strataCount)")
print("periods\t\(figures.periods.count)")
guard figures.periods == broken.periods else { fail("the cubes differ") }

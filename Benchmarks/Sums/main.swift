// SPDX-License-Identifier: Apache-2.0
// The job of the benchmarks, done with the module Tables: for each file, the cumulative value added
// of all units, of industry division 39 and of division 38. Exact, and every number is checked.
import Glibc
import Tables

/// Sums one file's rows. The columns are found by their headers: those of the return, or those of
/// SDMX, where a row is one value and says which indicator it is of.
final class Sums: TableReceiver {
  private var industryColumn = 0
  private var valueColumn = 0
  private var indicatorColumn: Int?
  private var width = 0
  private(set) var total: Int128 = 0
  private(set) var electronics: Int128 = 0
  private(set) var electrical: Int128 = 0

  func beginTable(_ table: TableDescription) {}
  func beginSheet(_ sheet: SheetDescription) {}
  func endSheet() {}

  var wantedColumns: ColumnSelection? {
    if wantsAll { return nil }
    let columns = [industryColumn, valueColumn] + (indicatorColumn.map { [$0] } ?? [])
    return width == 0 ? nil : ColumnSelection(columns, width: width)
  }

  func receive(_ row: borrowing Row) {
    if valueColumn == 0 { return findColumns(row) }
    if let indicatorColumn, row.text(at: indicatorColumn) != "VALUE_ADDED_YTD" { return }
    guard let value = row.cell(at: valueColumn) else { return }
    let number = number(row, value)
    total += number
    guard let industry = row.cell(at: industryColumn), industry.end - industry.start >= 2,
      row.bytes[industry.start] == UInt8(ascii: "3")
    else { return }
    switch row.bytes[industry.start + 1] {
    case UInt8(ascii: "9"): electronics += number
    case UInt8(ascii: "8"): electrical += number
    default: break
    }
  }

  private func findColumns(_ row: borrowing Row) {
    for cell in row.cells {
      switch row.text(of: cell) {
      case "行业代码", "ACTIVITY": industryColumn = cell.column
      case "工业增加值_1-本月(千元)", "OBS_VALUE": valueColumn = cell.column
      case "INDICATOR": indicatorColumn = cell.column
      default: break
      }
      width = cell.column
    }
  }

  /// A whole number; anything else ends the program, since a sum without it would be wrong.
  private func number(_ row: borrowing Row, _ cell: Cell) -> Int128 {
    let isNegative = cell.start < cell.end && row.bytes[cell.start] == UInt8(ascii: "-")
    var value: Int64 = 0
    let start = isNegative ? cell.start + 1 : cell.start
    var isNumber = (1...18).contains(cell.end - start)
    if isNumber {
      for byte in row.bytes[start..<cell.end] {
        let digit = byte &- 48
        if digit > 9 { isNumber = false }
        value = value &* 10 &+ Int64(digit)
      }
    }
    guard isNumber else { stop("row \(row.number): \(row.text(of: cell)) is no whole number") }
    return Int128(isNegative ? -value : value)
  }
}

/// A file on the disk.
final class File: ByteSource {
  private let descriptor: Int32
  let size: Int

  init(_ path: String) throws(ByteSourceError) {
    var status = stat()
    descriptor = open(path, O_RDONLY)
    guard descriptor >= 0, fstat(descriptor, &status) == 0 else {
      throw ByteSourceError(reason: String(cString: strerror(errno)))
    }
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  func read(
    at offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(ByteSourceError) -> Int {
    let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
    if count < 0 { throw ByteSourceError(reason: String(cString: strerror(errno))) }
    return count
  }
}

func stop(_ reason: String) -> Never {
  let line = Array((reason + "\n").utf8)
  _ = line.withUnsafeBytes { write(2, $0.baseAddress, $0.count) }
  exit(1)
}

/// `--all` before the paths: every cell of every column is delivered, as to a reader of returns.
let wantsAll = CommandLine.arguments.dropFirst().first == "--all"
let paths = Array(CommandLine.arguments.dropFirst(wantsAll ? 2 : 1))
var sums = Sums()
readTables(
  paths.count,
  open: { index throws(ByteSourceError) in try File(paths[index]) },
  receiver: { _ in
    sums = Sums()
    return sums
  },
  finished: { index, _, problems in
    if let problem = problems.first(where: \.isFatal) { stop("\(paths[index]): \(problem)") }
    let name = paths[index].split(separator: "/").last ?? ""
    print(name, "total", sums.total)
    print(name, "39", sums.electronics)
    print(name, "38", sums.electrical)
  })

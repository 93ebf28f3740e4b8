// SPDX-License-Identifier: Apache-2.0
import Glibc

// The fuzz targets: compiled together with the sources of Tables into one module by run.sh, since
// libFuzzer counts what is covered in the module that it is linked with.

/// What the fuzzer's bytes stand for. Most readers get them as the file; the parts of containers
/// are put into one first, or the fuzzer would only ever damage the container.
enum FuzzTarget: String, CaseIterable {
  case csv, spreadsheetml, html, sdmx, fods
  case xlsx, ods, xls
  case xlsxSheet = "xlsx-sheet"
  case xlsxSharedStrings = "xlsx-shared-strings"
  case xlsxStyles = "xlsx-styles"
  case xlsxWorkbook = "xlsx-workbook"
  case odsContent = "ods-content"
  case xlsWorkbook = "xls-workbook"

  func file(_ bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .csv, .spreadsheetml, .html, .sdmx, .fods, .xlsx, .ods, .xls: bytes
    case .xlsxSheet: FuzzContainer.xlsx(with: "xl/worksheets/sheet1.xml", bytes)
    case .xlsxSharedStrings: FuzzContainer.xlsx(with: "xl/sharedStrings.xml", bytes)
    case .xlsxStyles: FuzzContainer.xlsx(with: "xl/styles.xml", bytes)
    case .xlsxWorkbook: FuzzContainer.xlsx(with: "xl/workbook.xml", bytes)
    case .odsContent: FuzzContainer.ods(content: bytes)
    case .xlsWorkbook: FuzzContainer.compoundFile(workbook: bytes)
    }
  }
}

/// Small bounds, so that a hang or a growing memory shows soon.
private let limits: TableLimits = {
  var limits = TableLimits()
  limits.cellBytes = 1 << 14
  limits.rowBytes = 1 << 16
  limits.columns = 512
  limits.rows = 1 << 16
  limits.entryBytes = 1 << 22
  limits.sharedTextBytes = 1 << 20
  return limits
}()

nonisolated(unsafe) private var target = FuzzTarget.csv

@_cdecl("LLVMFuzzerInitialize")
public func initializeFuzzer(
  _ count: UnsafeMutablePointer<Int32>, _ arguments: UnsafeMutableRawPointer
) -> Int32 {
  guard let name = getenv("FUZZ_TARGET").map({ String(cString: $0) }),
    let named = FuzzTarget(rawValue: name)
  else {
    fatalError("FUZZ_TARGET names none of \(FuzzTarget.allCases.map(\.rawValue))")
  }
  target = named
  return 0
}

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
  let bytes = target.file(Array(UnsafeBufferPointer(start: start, count: count)))
  let invariants = Invariants()
  let problems = readTable(
    from: MemorySource(bytes), options: TableOptions(limits: limits, cores: 1), to: invariants)
  precondition(problems.dropLast().allSatisfy { !$0.isFatal }, "a fatal problem is the last")
  if problems.last?.isFatal != true { invariants.expectEnd() }
  return 0
}

/// Holds what a reader tells against what it promises.
private final class Invariants: TableReceiver {
  private var hasTable = false
  private var isInSheet = false
  private var sheets = 0
  private var lastRow = 0

  func beginTable(_ table: TableDescription) {
    precondition(!hasTable)
    hasTable = true
  }

  func beginSheet(_ sheet: SheetDescription) {
    precondition(hasTable && !isInSheet && sheet.number == sheets + 1)
    isInSheet = true
    sheets += 1
    lastRow = 0
  }

  func receive(_ row: borrowing Row) {
    precondition(isInSheet && row.number > lastRow && row.number <= limits.rows)
    lastRow = row.number
    var lastColumn = 0
    for cell in row.cells {
      precondition(cell.column > lastColumn && cell.column <= limits.columns)
      lastColumn = cell.column
      precondition(cell.start <= cell.end && cell.end <= row.bytes.count)
      precondition(cell.end - cell.start <= limits.cellBytes)
      let text = Array(row.bytes[cell.start..<cell.end])
      precondition(firstUTF8Fault(in: text) == nil)
      if cell.kind == .number { precondition(NumberShape(text[...]) != nil) }
      if cell.kind == .boolean { precondition(["TRUE", "FALSE"].contains(row.text(of: cell))) }
    }
    precondition(lastColumn > 0)
  }

  func merge(_ area: MergedArea) { precondition(isInSheet) }
  func sheetIsHidden() { precondition(isInSheet) }

  func endSheet() {
    precondition(isInSheet)
    isInSheet = false
  }

  func expectEnd() { precondition(hasTable && !isInSheet) }
}

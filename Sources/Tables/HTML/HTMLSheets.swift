// SPDX-License-Identifier: Apache-2.0

/// The sheets of a page on their way to the writer.
///
/// Tables stand in one another, sheets come one after the other. So each table has a writer of its
/// own, whose rows wait here until the outermost table is over; then they are handed on in the
/// order in which the tables began. One that outgrows a batch does not wait, unless another one
/// around it did so before.
final class HTMLSheets {
  private let writer: SheetWriter
  private var waiting: [HTMLSheet] = []
  private var streaming: HTMLSheet?
  private var waitingBytes = 0
  private var usedNames: Set<String> = []
  /// Names that the page lists, in the order of its sheets.
  var listedNames: [String] = []
  /// Why the last batch was not taken; `nil` where its receiver wants no more.
  private(set) var problem: TableProblem?
  private(set) var hasTable = false

  init(_ writer: SheetWriter) { self.writer = writer }

  var isEmpty: Bool { writer.sheetNumber == 0 }

  /// A table has begun.
  func add() -> HTMLSheet {
    hasTable = true
    let sheet = HTMLSheet(self)
    waiting.append(sheet)
    return sheet
  }

  /// A table is over.
  /// - Parameter isOutermost: whether it stands in no other.
  func end(_ sheet: HTMLSheet, _ own: SheetWriter, isOutermost: Bool) throws(TableProblem) {
    sheet.isOver = true
    try own.flush()
    sheet.problems = own.problems
    if streaming === sheet {
      finish(sheet)
      streaming = nil
    } else if sheet.batches.isEmpty {
      waiting.removeAll { $0 === sheet }
    }
    if isOutermost { try deliverAll() }
  }

  /// Hands on all that waits. Also those that are not over, after a problem.
  func deliverAll() throws(TableProblem) {
    if let streaming, !streaming.isOver {
      self.streaming = nil
      finish(streaming)
    }
    let sheets = waiting
    waiting = []
    for sheet in sheets where !sheet.batches.isEmpty {
      try begin(sheet)
      finish(sheet)
    }
  }

  /// A page whose tables are all empty has one empty sheet.
  func addEmptySheet() {
    writer.beginSheet(name: name(for: HTMLSheet(self)))
    writer.endSheet()
  }

  fileprivate func take(_ batch: inout RowBatch, of sheet: HTMLSheet) -> Bool {
    do throws(TableProblem) {
      if streaming == nil && !sheet.isOver {
        waiting.removeAll { $0 === sheet }
        streaming = sheet
        try begin(sheet)
      }
      if streaming === sheet {
        try writer.handOn(&batch)
      } else {
        try hold(&batch, of: sheet)
      }
      return true
    } catch {
      problem = error
      return false
    }
  }

  fileprivate var wantedColumns: ColumnSelection? { writer.wanted }

  fileprivate func isStreaming(_ sheet: HTMLSheet) -> Bool { streaming === sheet }

  private func hold(_ batch: inout RowBatch, of sheet: HTMLSheet) throws(TableProblem) {
    waitingBytes += batch.size
    if waitingBytes > writer.limits.nestedTableBytes {
      throw .limit("nestedTableBytes", writer.limits.nestedTableBytes)
    }
    sheet.batches.append(batch)
    batch = RowBatch()
  }

  private func begin(_ sheet: HTMLSheet) throws(TableProblem) {
    if writer.sheetNumber == writer.limits.sheets {
      throw writer.limit("sheets", writer.limits.sheets)
    }
    let name = name(for: sheet)
    sheet.name = name
    writer.beginSheet(name: name)
    for index in sheet.batches.indices {
      waitingBytes -= sheet.batches[index].size
      try writer.handOn(&sheet.batches[index])
    }
    sheet.batches = []
  }

  private func finish(_ sheet: HTMLSheet) {
    for problem in sheet.problems { writer.report(problem.inSheet(sheet.name)) }
    writer.endSheet()
  }

  private func name(for sheet: HTMLSheet) -> String {
    let number = writer.sheetNumber
    let listed = number < listedNames.count ? listedNames[number] : nil
    let own = [listed, sheet.caption, sheet.title, sheet.id].compactMap { $0 }
    let name = own.first { !$0.isEmpty } ?? "Table \(number + 1)"
    var unique = name
    var count = 1
    while !usedNames.insert(unique).inserted {
      count += 1
      unique = "\(name) (\(count))"
    }
    return unique
  }
}

/// One table's rows, and what may name it.
final class HTMLSheet: BatchSink {
  private unowned let sheets: HTMLSheets
  var caption: String?
  var title: String?
  var id: String?
  /// Once its first row is handed on.
  fileprivate(set) var name: String?
  fileprivate(set) var isOver = false
  fileprivate var batches: [RowBatch] = []
  fileprivate var problems: [TableProblem] = []

  fileprivate init(_ sheets: HTMLSheets) { self.sheets = sheets }

  func take(_ batch: inout RowBatch) -> Bool { sheets.take(&batch, of: self) }

  func wantedColumns(ofSheet number: Int) -> ColumnSelection? {
    sheets.isStreaming(self) ? sheets.wantedColumns : nil
  }
}

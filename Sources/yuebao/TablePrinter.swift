// SPDX-License-Identifier: Apache-2.0
import Tables

/// Prints sheets as they come. Rows come from the top, without those that are empty.
protocol TablePrinter: AnyObject {
  func beginTable(_ table: TableDescription)
  func beginSheet(_ sheet: SheetDescription)
  /// - Parameters:
  ///   - number: counted from 1.
  ///   - cells: those to be printed; the last one is not empty.
  ///   - bytes: where their texts lie.
  func print(_ cells: ArraySlice<Cell>, inRow number: Int, _ bytes: UnsafeBufferPointer<UInt8>)
  /// The open sheet is hidden; comes at most once, for one that began as visible.
  func sheetIsHidden()
  /// An area that lies in the rows to be printed.
  func merge(_ area: MergedArea)
  func endSheet()
  /// Ends what is printed, also after a reading that stopped on the way.
  func finish()

  var output: StandardOutput { get }
  /// Whether it prints that a sheet is hidden, and so has to be told.
  var showsVisibility: Bool { get }
}

extension Cell {
  var isEmpty: Bool { start == end }

  func text(in bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[start..<end])
  }
}

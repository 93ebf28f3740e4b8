// SPDX-License-Identifier: Apache-2.0

/// The texts that a workbook's cells share, one behind the other in UTF-8.
struct XLSSharedTexts {
  private var bytes: [UInt8] = []
  /// Where each one ends.
  private var ends: [UInt32] = []
  /// Those with half of a surrogate pair.
  private var faulty: Set<UInt32> = []

  var count: Int { ends.count }

  /// - Parameter index: counted from 0; less than `count`.
  subscript(index: Int) -> ArraySlice<UInt8> {
    bytes[(index > 0 ? Int(ends[index - 1]) : 0)..<Int(ends[index])]
  }

  func isFaulty(_ index: Int) -> Bool {
    !faulty.isEmpty && faulty.contains(UInt32(truncatingIfNeeded: index))
  }

  /// Reads all of them, from the current record on ([MS-XLS] §2.4.265). Some workbooks announce
  /// more than they have: a cell that wants one of these is the one that is damaged.
  init(_ records: BIFFRecords, limits: TableLimits) throws(TableProblem) {
    let most = min(limits.sharedTextBytes, Int(UInt32.max))
    let announced = try records.integer32(at: 4)
    var text = BIFFText(records, at: 8)
    while ends.count < announced, try text.hasMore() {
      try text.append(to: &bytes, canBeBare: false)
      if bytes.count + 4 * ends.count > most { throw .limit("sharedTextBytes", most) }
      if text.hasFault { faulty.insert(UInt32(ends.count)) }
      ends.append(UInt32(bytes.count))
    }
  }

  init() {}
}

// SPDX-License-Identifier: Apache-2.0

extension TableFormat {
  /// The reader of this format.
  /// - Parameters:
  ///   - head: the text's beginning, from which CSV learns its separator.
  ///   - isWhole: whether `head` is the whole text.
  func reader(
    for head: [UInt8], isWhole: Bool, limits: TableLimits, receiver: any TableReceiver
  ) -> any TableReader {
    switch self {
    case .csv:
      CSVReader(
        separator: detectSeparator(in: head, isWhole: isWhole), limits: limits, receiver: receiver)
    case .spreadsheetML: SpreadsheetMLReader(limits: limits, receiver: receiver)
    }
  }
}

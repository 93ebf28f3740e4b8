// SPDX-License-Identifier: Apache-2.0

extension Row {
  /// Reads cells of 1 to 8 digits, as most numbers of most tables are, without making texts.
  ///
  /// - Parameters:
  ///   - columns: counted from 1, in their order.
  ///   - counts: from `first` on one element a column is written: the number, and −1 for a cell with
  ///     any other text and for none.
  ///   - others: takes the places in `columns` that −1 was written for.
  package func readPlainCounts(
    _ columns: [Int], into counts: inout [Int32], at first: Int, others: inout [Int]
  ) {
    precondition(first >= 0 && first + columns.count <= counts.count, "room for each column")
    let (bytes, cells) = (bytes, cells)
    bytes.withUnsafeBytes { bytes in
      cells.withUnsafeBufferPointer { cells in
        counts.withUnsafeMutableBufferPointer { counts in
          var next = 0
          for (index, column) in columns.enumerated() {
            while next < cells.count, cells[next].column < column { next += 1 }
            if next < cells.count, cells[next].column == column,
              let count = plainCount(bytes, cells[next])
            {
              counts[first &+ index] = count
            } else {
              counts[first &+ index] = -1
              others.append(index)
            }
          }
        }
      }
    }
  }
}

/// Reads eight bytes at once.
///
/// - Returns: `nil` for other than 1 to 8 digits, and for a cell at the very end of the bytes.
@inline(__always)
private func plainCount(_ bytes: UnsafeRawBufferPointer, _ cell: Cell) -> Int32? {
  let (start, length) = (cell.start, cell.end - cell.start)
  guard (1...8).contains(length), start >= 0, start + 8 <= bytes.count, cell.isTextOrNumber else {
    return nil
  }
  let loaded = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
  // The first digit is the lowest byte: what lies behind the cell is shifted out, and noughts come
  // in front.
  let zeros: UInt64 = 0x3030_3030_3030_3030
  let unused = UInt64(truncatingIfNeeded: 8 &- length) &* 8
  let word = loaded &<< unused | (unused > 0 ? zeros &>> (64 &- unused) : 0)
  let high: UInt64 = 0xF0F0_F0F0_F0F0_F0F0
  // Each byte is '0'…'9': its upper half is 3, also with 6 more.
  guard word & high == zeros, (word &+ 0x0606_0606_0606_0606) & high == zeros else { return nil }
  let digits = word &- zeros
  // Neighbours make pairs, pairs make fours, fours the number.
  let pairs = digits &* 10 &+ digits &>> 8
  let mask: UInt64 = 0x0000_00FF_0000_00FF
  let upper = (pairs & mask) &* 0x000F_4240_0000_0064
  let lower = (pairs &>> 16 & mask) &* 0x0000_2710_0000_0001
  return Int32(truncatingIfNeeded: (upper &+ lower) &>> 32)
}

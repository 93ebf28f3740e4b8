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
        columns.withUnsafeBufferPointer { columns in
          counts.withUnsafeMutableBufferPointer { counts in
            var next = 0
            for index in columns.indices {
              let column = columns[index]
              while next < cells.count, cells[next].column < column { next &+= 1 }
              let isThere = next < cells.count && cells[next].column == column
              let count = isThere ? plainCount(bytes, cells[next]) : -1
              if isThere { next &+= 1 }
              counts[first &+ index] = count
              if count < 0 { others.append(index) }
            }
          }
        }
      }
    }
  }
}

/// Reads eight bytes at once.
///
/// - Returns: −1 for other than 1 to 8 digits, and for a cell at the very end of the bytes.
@inline(__always)
private func plainCount(_ bytes: UnsafeRawBufferPointer, _ cell: Cell) -> Int32 {
  let (start, length) = (cell.start, cell.end &- cell.start)
  guard UInt(bitPattern: length &- 1) < 8, start >= 0, start <= bytes.count &- 8,
    cell.isTextOrNumber
  else { return -1 }
  let loaded = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
  // The first digit is the lowest byte: what lies behind the cell is shifted out, and noughts come in
  // front. '0'…'9' become 0…9, any other byte something else.
  let unused = UInt64(truncatingIfNeeded: 8 &- length) &* 8
  let digits = (loaded ^ 0x3030_3030_3030_3030) &<< unused
  // The upper half of each byte is nought, also with 6 more: then it is 9 at most.
  let upperHalves: UInt64 = 0xF0F0_F0F0_F0F0_F0F0
  guard (digits | (digits &+ 0x0606_0606_0606_0606)) & upperHalves == 0 else { return -1 }
  // Neighbours make pairs, pairs make fours, fours the number.
  let pairs = digits &* 10 &+ digits &>> 8
  let mask: UInt64 = 0x0000_00FF_0000_00FF
  let upper = (pairs & mask) &* 0x000F_4240_0000_0064
  let lower = (pairs &>> 16 & mask) &* 0x0000_2710_0000_0001
  return Int32(truncatingIfNeeded: (upper &+ lower) &>> 32)
}

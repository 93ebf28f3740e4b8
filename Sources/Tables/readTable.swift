// SPDX-License-Identifier: Apache-2.0

/// Reads one file of any known format, recognised by its content and never by its name.
///
/// One pass, in chunks; memory does not grow with the file. Rows that were delivered before a
/// fatal problem stay delivered: whoever receives them discards them.
/// - Returns: every problem in the order found; empty when the file was read whole. At most one is
///   fatal, and then it is the last.
package func readTable(
  from source: any ByteSource, limits: TableLimits = .standard, to receiver: any TableReceiver
) -> [TableProblem] {
  var reading = TableReading(chunks: ByteChunks(source), limits: limits, receiver: receiver)
  return reading.run()
}

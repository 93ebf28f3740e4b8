// SPDX-License-Identifier: Apache-2.0

/// Counts what a condition is in each row. Nearly all rows pass or lack a value, so blocks of those are
/// counted without looking at rows one by one.
struct TruthTally {
  var passed = 0
  var missing = 0
  /// Rows, in ascending order.
  private(set) var failed: [Int] = []
  /// Rows that only exact values tell of, in ascending order.
  private(set) var open: [Int] = []

  /// - Parameters:
  ///   - truths: at most `ColumnMachine.block`.
  ///   - first: the row of the first.
  mutating func add(_ truths: UnsafeBufferPointer<UInt8>, from first: Int) {
    if Self.isTrueThroughout(truths) {
      passed += truths.count
      return
    }
    // Sums of 16 bits: more of them at once.
    var (passes, gaps): (UInt16, UInt16) = (0, 0)
    for truth in truths {
      passes &+= truth == Truth.isTrue ? 1 : 0
      gaps &+= truth == Truth.isMissing ? 1 : 0
    }
    passed += Int(passes)
    missing += Int(gaps)
    if Int(passes) + Int(gaps) == truths.count { return }
    for (index, truth) in truths.enumerated() where truth != Truth.isTrue {
      if truth == Truth.isFalse {
        failed.append(first + index)
      } else if truth != Truth.isMissing {
        open.append(first + index)
      }
    }
  }
  private static func isTrueThroughout(_ truths: UnsafeBufferPointer<UInt8>) -> Bool {
    var differences: UInt8 = 0
    for truth in truths { differences |= truth ^ Truth.isTrue }
    return differences == 0
  }
}

// SPDX-License-Identifier: Apache-2.0

/// The same random numbers on each run (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A grid of cells such as reports hold, of at least one row and one column.
func randomGrid(using generator: inout SeededGenerator) -> [[String]] {
  let pieces = [
    "工业", "总产值", "亿元", "12.5", "-0", "007", "，", "é", "𠮷", "\u{3400}", "\"", ",", "\t", ";", "|",
    "\n", "\r\n", " ", "<", "&", "]]>", "'", "_x000D_",
  ]
  let columns = Int.random(in: 1...5, using: &generator)
  return (0..<Int.random(in: 1...6, using: &generator)).map { _ in
    (0..<columns).map { _ in
      (0..<Int.random(in: 0...4, using: &generator))
        .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    }
  }
}

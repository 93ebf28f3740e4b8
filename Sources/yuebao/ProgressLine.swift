// SPDX-License-Identifier: Apache-2.0
import Glibc

/// How far long work is, in one line of a terminal that is written over. Elsewhere nothing.
struct ProgressLine {
  private let total: Int
  private let isShown: Bool
  private var done = 0

  private static let width = 30

  init(total: Int, isShown: Bool) {
    self.total = total
    self.isShown = isShown && total > 1 && isatty(2) == 1
  }

  mutating func step(_ name: String) {
    done += 1
    guard isShown else { return }
    let filled = done * Self.width / max(1, total)
    let bar =
      String(repeating: "█", count: filled) + String(repeating: "·", count: Self.width - filled)
    write("\r\u{1B}[K\(bar) \(done)/\(total) \(name)")
  }

  func clear() {
    if isShown, done > 0 { write("\r\u{1B}[K") }
  }

  private func write(_ text: String) { try? Console.write(Array(text.utf8), to: 2) }
}

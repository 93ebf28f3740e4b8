// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// The rows that a person asks for: `1-20`, `7`, `100-`.
enum RowSelection {
  static func parse(_ text: String) throws -> ClosedRange<Int> {
    let ends = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...2).contains(ends.count), let first = number(ends[0]) else { throw refused(text) }
    let isOpen = ends.count == 2 && ends[1].isEmpty
    guard let last = ends.count == 1 ? first : isOpen ? Int.max : number(ends[1]), first <= last
    else { throw refused(text) }
    return first...last
  }

  private static func number(_ text: Substring) -> Int? {
    guard text.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(text), number > 0
    else { return nil }
    return number
  }

  private static func refused(_ text: String) -> ValidationError {
    ValidationError("'\(text)' names no rows. Write 1-20, 7 or 100-, counted from 1.")
  }
}

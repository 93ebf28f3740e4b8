// SPDX-License-Identifier: Apache-2.0
import Ingest
import Statistics

extension Reading {
  /// Resolves a unit's code as typed: one of the register, or one that returns name.
  ///
  /// - Throws: `Stop` with status 64 for any other, with the nearest code that there is.
  func unit(_ text: String) throws -> UnitCode {
    if let code = UnitCode(text), knows(code) { return code }
    throw Stop(
      .usage, Message("unknown_unit", ["unit": text, "suggestion": nearestUnit(to: text) ?? ""]))
  }

  private func knows(_ code: UnitCode) -> Bool {
    definitions.register?.units[code] != nil || ingest.hasUnit(code)
      || findings.contains { $0.unit == code }
  }

  /// Codes that share no half with the text are not compared: there may be half a million, and
  /// most begin alike.
  private func nearestUnit(to text: String) -> String? {
    let typed = text.uppercased()
    let half = typed.count / 2
    let (head, tail) = (typed.prefix(half), typed.suffix(half))
    let known = (definitions.register.map { Array($0.units.keys) } ?? []) + ingest.units
    let near = known.lazy.map(\.description).filter { code in
      abs(code.count - typed.count) <= 2 && (code.hasPrefix(head) || code.hasSuffix(tail))
    }
    return suggestion(for: typed, among: Set(near))
  }
}

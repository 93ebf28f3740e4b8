// SPDX-License-Identifier: Apache-2.0
import Statistics

/// Finds units that report twice for one period.
///
/// It must see every file, so its state is kept by unit: the first row's place and one byte of
/// hash a slot (to name the cell that differs) beside a 64-bit hash of the whole row (to be sure).
struct RepeatCheck {
  enum Outcome {
    case first
    /// The industry and all values are the same as in the row at `first`.
    case identical(first: Location)
    /// They differ; `slot` is the first value that does, where its hash shows it.
    case conflicting(first: Location, slot: Int?)
  }

  private struct Key: Hashable {
    let period: Period
    let unit: UnitCode
  }

  private struct Seen {
    let location: Location
    let fingerprint: UInt64
    /// Where its slots begin in `slotPrints`.
    let start: Int
  }

  private var seen: [Key: Seen] = [:]
  private var slotPrints: [UInt8] = []

  mutating func check(_ unitReturn: borrowing UnitReturn, at location: Location) -> Outcome {
    let key = Key(period: unitReturn.period, unit: unitReturn.unit)
    let values = unitReturn.values
    let hashes = values.map(RepeatCheck.hash)
    var fingerprint: UInt64 = 0xCBF2_9CE4_8422_2325
    for hash in hashes { fingerprint = (fingerprint ^ hash) &* 0x100_0000_01B3 }
    for byte in unitReturn.industry.utf8 {
      fingerprint = (fingerprint ^ UInt64(byte)) &* 0x100_0000_01B3
    }
    guard let first = seen[key] else {
      seen[key] = Seen(location: location, fingerprint: fingerprint, start: slotPrints.count)
      slotPrints += hashes.map { UInt8(truncatingIfNeeded: $0) }
      return .first
    }
    if first.fingerprint == fingerprint { return .identical(first: first.location) }
    let slot = hashes.indices.first {
      slotPrints[first.start + $0] != UInt8(truncatingIfNeeded: hashes[$0])
    }
    return .conflicting(first: first.location, slot: slot)
  }

  /// FNV-1a over the value's parts: the same on every machine and in every run.
  private static func hash(_ value: ObservedValue) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    func mix(_ part: UInt64) { hash = (hash ^ part) &* 0x100_0000_01B3 }
    switch value {
    case .known(let decimal):
      mix(UInt64(truncatingIfNeeded: decimal.coefficient))
      mix(UInt64(truncatingIfNeeded: decimal.coefficient >> 64))
      mix(UInt64(decimal.scale))
    case .missing: mix(.max)
    }
    return hash ^ (hash >> 32) ^ (hash >> 8)
  }

  func hasReturn(of unit: UnitCode, for period: Period) -> Bool {
    seen[Key(period: period, unit: unit)] != nil
  }

  /// Distinct units with a return for `period`.
  func unitCount(in period: Period) -> Int {
    seen.keys.reduce(0) { $0 + ($1.period == period ? 1 : 0) }
  }
}

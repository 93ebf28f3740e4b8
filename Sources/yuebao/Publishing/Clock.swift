// SPDX-License-Identifier: Apache-2.0
import Glibc

/// The machine's clock, in UTC. Only the ledger, the log and the schedule look at it; no release does.
enum Clock {
  /// `2021-06-20T08:00:00Z`.
  static var now: String { text(of: time(nil)) }

  /// Milliseconds of a clock that is never set.
  static var milliseconds: Int {
    var moment = timespec()
    clock_gettime(CLOCK_MONOTONIC, &moment)
    return moment.tv_sec * 1000 + moment.tv_nsec / 1_000_000
  }

  static func text(of moment: time_t) -> String {
    var moment = moment
    var parts = tm()
    gmtime_r(&moment, &parts)
    return "\(parts.tm_year + 1900)-\(two(parts.tm_mon + 1))-\(two(parts.tm_mday))"
      + "T\(two(parts.tm_hour)):\(two(parts.tm_min)):\(two(parts.tm_sec))Z"
  }

  private static func two(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
}

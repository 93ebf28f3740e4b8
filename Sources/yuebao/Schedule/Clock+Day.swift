// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Glibc
import Ingest

extension Clock {
  /// The day by the machine's clock and time zone: `2021-07-20`.
  static var today: String {
    var moment = time(nil)
    var parts = tm()
    localtime_r(&moment, &parts)
    return "\(parts.tm_year + 1900)-\(Day.twoDigits(Int(parts.tm_mon) + 1))-"
      + Day.twoDigits(Int(parts.tm_mday))
  }

  /// Reads `--today`.
  static func day(_ argument: String) throws -> String {
    guard let day = Day.iso(argument) else {
      throw ValidationError("'\(argument)' is no day of the calendar. Use 2021-07-20.")
    }
    return day
  }
}

// SPDX-License-Identifier: Apache-2.0

/// What of a day and a time a number format shows.
enum DateFormat: UInt8, Sendable {
  case date, dateAndTime
  case time
  /// `[h]:mm`: hours that go on past 24.
  case elapsed
}

/// How a workbook counts days (ECMA-376 part 1, §18.17.4.1).
enum DateSystem: Sendable {
  /// Day 1 is 1900-01-01. There is a day 60, 1900-02-29, which never was.
  case from1900
  /// Day 0 is 1904-01-01.
  case from1904

  /// The ISO 8601 text of a number of days: `2021-05-31`, `2021-05-31T08:30:00`, `08:30:00`, and
  /// `PT26H30M0S` for an elapsed time of a day or more. Rounded to the millisecond.
  ///
  /// - Returns: `nil` for what is no date between 1900 and 9999: then the cell is a number.
  func isoText(of serial: Double, as format: DateFormat) -> [UInt8]? {
    guard serial >= 0, serial < 2_958_466 else { return nil }
    let milliseconds = Int((serial * 86_400_000).rounded())
    let (days, rest) = milliseconds.quotientAndRemainder(dividingBy: 86_400_000)
    if format == .elapsed { return days == 0 ? time(rest) : elapsed(milliseconds) }
    let isTimeOnly = days == 0 && self == .from1900
    if format == .time && (isTimeOnly || (days == 0 && serial < 1)) { return time(rest) }
    if isTimeOnly { return format == .date && rest == 0 ? nil : time(rest) }
    guard let date = date(ofDay: days) else { return nil }
    return rest == 0 ? date : date + [UInt8(ascii: "T")] + time(rest)
  }

  private func date(ofDay day: Int) -> [UInt8]? {
    switch self {
    case .from1900:
      if day == 60 { return nil }
      return isoDate(daysSince1970: day - (day < 60 ? 25_568 : 25_569))
    case .from1904: return isoDate(daysSince1970: day - 24_107)
    }
  }

  private func time(_ milliseconds: Int) -> [UInt8] {
    let seconds = milliseconds / 1000
    let text =
      twoDigits(seconds / 3600) + ":" + twoDigits(seconds / 60 % 60) + ":" + twoDigits(seconds % 60)
    return Array((text + fraction(milliseconds % 1000)).utf8)
  }

  private func elapsed(_ milliseconds: Int) -> [UInt8] {
    let seconds = milliseconds / 1000
    return Array(
      "PT\(seconds / 3600)H\(seconds / 60 % 60)M\(seconds % 60)\(fraction(milliseconds % 1000))S"
        .utf8)
  }

  private func fraction(_ milliseconds: Int) -> String {
    milliseconds == 0 ? "" : "." + String(1000 + milliseconds).dropFirst()
  }
}

/// The Gregorian date of a day, 1970-01-01 being day 0 (Howard Hinnant, "chrono-compatible
/// low-level date algorithms", civil_from_days).
func isoDate(daysSince1970 day: Int) -> [UInt8] {
  let shifted = day + 719_468
  let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
  let dayOfEra = shifted - era * 146_097
  let yearOfEra =
    (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
  let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
  let shiftedMonth = (5 * dayOfYear + 2) / 153
  let dayOfMonth = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
  let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  let yearText = String(10_000 + year).dropFirst()
  return Array("\(yearText)-\(twoDigits(month))-\(twoDigits(dayOfMonth))".utf8)
}

private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

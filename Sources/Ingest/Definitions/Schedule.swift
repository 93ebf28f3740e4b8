// SPDX-License-Identifier: Apache-2.0
import Statistics

/// When the monthly job runs, and from which day on a period's returns are due: `schedule` in
/// `yuebao.yml`.
package struct Schedule: Hashable, Sendable {
  /// Of the month after a period's last, 1…28: every month has it.
  package let day: Int
  /// 0…23, by the machine's local time.
  package let hour: Int

  /// Bureaus publish around the 20th.
  package static let usual = Schedule(day: 20, hour: 8)

  package init(day: Int, hour: Int) {
    self.day = day
    self.hour = hour
  }

  /// What `yuebao.yml` says, where the file can be read that far; for when nothing else of the
  /// definitions is needed.
  ///
  /// - Returns: `nil` where it says nothing.
  package static func stated(in files: any DefinitionFiles) -> Schedule? {
    guard let bytes = try? files.bytes(of: Configuration.file) else { return nil }
    return DefinitionDocument(file: Configuration.file).root(bytes).flatMap(Schedule.init)
  }

  /// - Returns: `nil` where the file says nothing. What it does not say of the two is as usual.
  init?(_ root: DefinitionNode) {
    guard let child = root.child("schedule") else { return nil }
    child.allowOnly(["day", "hour"])
    guard child.isMapping else {
      child.report(.badDefinition, expected: "a day and an hour, such as {day: 20, hour: 8}")
      return nil
    }
    day = child.child("day") == nil ? Self.usual.day : child.integer("day", in: 1...28) ?? 0
    hour = child.child("hour") == nil ? Self.usual.hour : child.integer("hour", in: 0...23) ?? 0
  }

  // MARK: - Due periods

  /// The newest survey period whose returns are due on a day of the calendar: the day of the month
  /// after its last one has come. January and February are due in March; nothing new is in February.
  ///
  /// - Parameter today: `2021-07-20`.
  /// - Returns: `nil` for what is no such day, and outside the years that periods have.
  package func newestDue(on today: String) -> Period? {
    guard let parts = Day.iso(today)?.split(separator: "-").compactMap({ Int($0) }),
      parts.count == 3
    else { return nil }
    // Counted from January of the year 0.
    let month = parts[0] * 12 + parts[1] - 1 - (parts[2] >= day ? 1 : 2)
    let isJanuary = month % 12 == 0
    let last = isJanuary ? month - 1 : month
    return Period(year: last / 12, month: last % 12 + 1)
  }

  /// The day from which on a period's returns are due: `2021-07-20` for `2021-06`.
  package func dueDay(of period: Period) -> String {
    let isDecember = period.months.upperBound == 12
    let year = isDecember ? period.year + 1 : period.year
    let month = isDecember ? 1 : period.months.upperBound + 1
    return "\(year)-\(Day.twoDigits(month))-\(Day.twoDigits(day))"
  }
}

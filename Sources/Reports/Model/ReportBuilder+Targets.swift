// SPDX-License-Identifier: Apache-2.0
import Plan
import Statistics

extension ReportBuilder {
  /// The targets that a figure measures, with promise, value and gap.
  func targetSection() throws(ReportError) -> ReportSection? {
    guard !content.targets.isEmpty else { return nil }
    return section(
      .targetsHeading, [Paragraph(countSentence)], table: try targetTable())
  }

  /// 超60亿元, 50%以上: the comparator in the words of methods.md §4.
  func promise(of target: Target) -> String {
    let message: Message =
      switch target.comparator {
      case .above: .promiseAbove
      case .atLeast: .promiseAtLeast
      case .below: .promiseBelow
      case .atMost: .promiseAtMost
      }
    return quantity(message, target.value.description, target.unit)
  }

  private func quantity(_ message: Message, _ digits: String, _ unit: UnitOfMeasure) -> String {
    // A % sign follows its number without a blank, in English too.
    let isPercent = unit == .percent
    let value = numbers.grouped(digits) + (isPercent ? "%" : "")
    let symbol = isPercent ? "" : unit.prose(in: language)
    let text = catalogue.text(message, ["value": value, "unit": symbol])
    return text.split(separator: " ").joined(separator: " ")
  }

  // MARK: Status

  /// How a target stands, in words: never only a colour.
  func status(of progress: TargetProgress) -> Message {
    guard let isMet = progress.isMet else { return .statusUnknown }
    let isDue = progress.target.deadlineYear.map {
      $0 < content.period.year || ($0 == content.period.year && content.period.months.contains(12))
    }
    if isMet { return isDue ?? false ? .statusMet : .statusMetSoFar }
    return isDue ?? false ? .statusMissed : .statusOnTheWay
  }

  private var countSentence: String {
    let order: [Message] = [
      .statusMet, .statusMetSoFar, .statusOnTheWay, .statusMissed, .statusUnknown,
    ]
    let statuses = content.targets.map(status)
    let counts = order.compactMap { message -> String? in
      let count = statuses.count { $0 == message }
      guard count > 0 else { return nil }
      return catalogue.text(
        .targetCount, ["status": catalogue.text(message), "count": String(count)])
    }
    return catalogue.text(
      .targetCounts,
      [
        "count": String(content.targets.count),
        "list": counts.joined(separator: catalogue.text(.comma)),
      ])
  }

  // MARK: Gap

  /// 尚差5.9个百分点, 超出1.2亿元: the way and the size come from the same rounded number.
  func gapWords(_ progress: TargetProgress) -> String? {
    guard let gap = progress.gap, let isMet = progress.isMet else { return nil }
    let digits = gap.rounded(decimals: progress.figure.decimals)
    let direction = Direction(rounded: digits)
    let magnitude = digits.hasPrefix("-") ? String(digits.dropFirst()) : digits
    let wantsMore = [.above, .atLeast].contains(progress.target.comparator)
    switch (direction, wantsMore) {
    case (.flat, true) where !isMet:
      return quantity(.gapShortByLess, smallest(progress.figure.decimals), progress.gapUnit)
    case (.flat, _): return catalogue.text(.gapNone)
    case (.rising, true): return quantity(.gapOver, magnitude, progress.gapUnit)
    case (.falling, true): return quantity(.gapShort, magnitude, progress.gapUnit)
    case (.rising, false): return quantity(.gapAboveLimit, magnitude, progress.gapUnit)
    case (.falling, false): return quantity(.gapBelowLimit, magnitude, progress.gapUnit)
    }
  }

  /// The smallest printed number: 0.1 with one decimal.
  private func smallest(_ decimals: Int) -> String {
    ExactDecimal(coefficient: 1, scale: decimals).description
  }
}

// SPDX-License-Identifier: Apache-2.0

/// The time of a cell, an xsd:duration, as every format gives it: `08:30:00`, and `PT26H30M0S` for
/// one of a day or more or a negative one. Rounded to the millisecond: what programs write behind
/// that is the rest of a binary fraction of a day.
/// - Returns: `nil` for what is no duration, or one of years and months, which have no length.
func openDocumentTime(_ text: ArraySlice<UInt8>) -> [UInt8]? {
  guard let milliseconds = milliseconds(ofDuration: text) else { return nil }
  let day = 86_400_000
  if (0..<day).contains(milliseconds) { return Array(timeOfDay(milliseconds).utf8) }
  let size = Int(milliseconds.magnitude)
  let seconds = size / 1000
  let sign = milliseconds < 0 ? "-" : ""
  let rest = fraction(size % 1000)
  return Array("\(sign)PT\(seconds / 3600)H\(seconds / 60 % 60)M\(seconds % 60)\(rest)S".utf8)
}

/// The date of a cell, an xsd:date or xsd:dateTime, as every format gives it: `2021-05-31`, with
/// `T08:30:00` behind it where it is not midnight. Rounded like a time; a zone stays as it is.
/// - Returns: `nil` for what is no date.
func openDocumentDate(_ text: ArraySlice<UInt8>) -> [UInt8]? {
  let date = text.prefix { $0 != UInt8(ascii: "T") }
  guard let day = daysSince1970(ofDate: date) else { return nil }
  if date.count == text.count { return Array(date) }
  let time = text.dropFirst(date.count + 1)
  let clock = time.prefix { (46...58).contains($0) }
  let fields = clock.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
  guard (2...3).contains(fields.count), let hours = wholeNumber(fields[0]), hours <= 24,
    let minutes = wholeNumber(fields[1]), minutes < 60,
    let seconds = fields.count == 3 ? thousandths(fields[2]) : 0, seconds <= 60_000
  else { return nil }
  let milliseconds = (hours * 60 + minutes) * 60_000 + seconds
  let (days, rest) = milliseconds.quotientAndRemainder(dividingBy: 86_400_000)
  // Behind the year 9999 and before Christ, dates have no next day here.
  if days > 0 && !(-719_162..<2_932_896).contains(day) { return nil }
  let dateText = days == 0 ? Array(date) : isoDate(daysSince1970: day + days)
  let zone = time.dropFirst(clock.count)
  if rest == 0 && zone.isEmpty { return dateText }
  return dateText + Array("T\(timeOfDay(rest))".utf8) + zone
}

private func timeOfDay(_ milliseconds: Int) -> String {
  let seconds = milliseconds / 1000
  let fields = [seconds / 3600, seconds / 60 % 60, seconds % 60]
  let text = fields.map { $0 < 10 ? "0\($0)" : "\($0)" }.joined(separator: ":")
  return text + fraction(milliseconds % 1000)
}

private func fraction(_ milliseconds: Int) -> String {
  milliseconds == 0 ? "" : "." + String(1000 + milliseconds).dropFirst()
}

/// `-P1DT2H30M5.25S`, each part but one may be missing.
private func milliseconds(ofDuration text: ArraySlice<UInt8>) -> Int? {
  var rest = text
  let isNegative = rest.first == UInt8(ascii: "-")
  if isNegative { rest = rest.dropFirst() }
  guard rest.first == UInt8(ascii: "P"), rest.count > 2 else { return nil }
  rest = rest.dropFirst()
  var sum = 0
  var isTime = false
  while let first = rest.first {
    if first == UInt8(ascii: "T") && !isTime {
      isTime = true
      rest = rest.dropFirst()
      continue
    }
    let digits = rest.prefix { $0 < UInt8(ascii: "A") }
    rest = rest.dropFirst(digits.count)
    guard let unit = rest.popFirst(), let part = milliseconds(digits, unit, isTime: isTime) else {
      return nil
    }
    // At most 366 years in each.
    sum &+= part
  }
  return isNegative ? -sum : sum
}

private func milliseconds(_ digits: ArraySlice<UInt8>, _ unit: UInt8, isTime: Bool) -> Int? {
  switch (unit, isTime) {
  case (UInt8(ascii: "D"), false): return wholeNumber(digits).map { $0 * 86_400_000 }
  case (UInt8(ascii: "H"), true): return wholeNumber(digits).map { $0 * 3_600_000 }
  case (UInt8(ascii: "M"), true): return wholeNumber(digits).map { $0 * 60_000 }
  case (UInt8(ascii: "S"), true): return thousandths(digits)
  // Zero years and months have a length.
  case (UInt8(ascii: "Y"), false), (UInt8(ascii: "M"), false):
    return wholeNumber(digits) == 0 ? 0 : nil
  default: return nil
  }
}

/// Of at most 10 digits.
private func wholeNumber(_ digits: ArraySlice<UInt8>) -> Int? {
  guard (1...10).contains(digits.count), digits.allSatisfy({ (48...57).contains($0) }) else {
    return nil
  }
  return digits.reduce(0) { $0 * 10 + Int($1 - 48) }
}

/// `5.25` as 5250, rounded half up.
private func thousandths(_ digits: ArraySlice<UInt8>) -> Int? {
  let whole = digits.prefix { $0 != UInt8(ascii: ".") && $0 != UInt8(ascii: ",") }
  guard let number = wholeNumber(whole) else { return nil }
  let fraction = digits.dropFirst(whole.count + 1)
  guard fraction.allSatisfy({ (48...57).contains($0) }) else { return nil }
  var value = 0
  for place in 0..<4 {
    let digit = place < fraction.count ? fraction[fraction.startIndex + place] - 48 : 0
    value = value * 10 + Int(digit)
  }
  return number * 1000 + (value + 5) / 10
}

/// The day of `2021-05-31`, 1970-01-01 being day 0 (Howard Hinnant, "chrono-compatible low-level
/// date algorithms", days_from_civil).
private func daysSince1970(ofDate text: ArraySlice<UInt8>) -> Int? {
  let isBeforeChrist = text.first == UInt8(ascii: "-")
  let fields = (isBeforeChrist ? text.dropFirst() : text)
    .split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
  guard fields.count == 3, (4...9).contains(fields[0].count), var year = wholeNumber(fields[0]),
    fields[1].count == 2, let month = wholeNumber(fields[1]), (1...12).contains(month),
    fields[2].count == 2, let day = wholeNumber(fields[2]), (1...31).contains(day)
  else { return nil }
  if isBeforeChrist { year = -year }
  let shiftedYear = month <= 2 ? year - 1 : year
  let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
  let yearOfEra = shiftedYear - era * 400
  let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
  let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

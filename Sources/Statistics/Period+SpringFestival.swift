// SPDX-License-Identifier: Apache-2.0

extension Period {
  /// The day of the Spring Festival (正月初一) by year: month × 100 + day. It is the Chinese calendar's,
  /// as the Hong Kong Observatory prints it; it follows the moon and is not computed here.
  private static let springFestivals: [Int: Int] = [
    2010: 214, 2011: 203, 2012: 123, 2013: 210, 2014: 131, 2015: 219, 2016: 208, 2017: 128,
    2018: 216, 2019: 205, 2020: 125, 2021: 212, 2022: 201, 2023: 122, 2024: 210, 2025: 129,
    2026: 217, 2027: 206, 2028: 126, 2029: 213, 2030: 203,
  ]

  /// Whether the Spring Festival lies in another month of the period than a year before, so that
  /// growth compares unlike numbers of working days: January and February alone.
  ///
  /// January and February together hold it every year; methods.md §1 takes them as one for this reason.
  /// `false` outside 2011…2030.
  package var hasMovedSpringFestival: Bool {
    guard months.count == 1, months.upperBound <= 2,
      let now = Self.springFestivals[year], let before = Self.springFestivals[year - 1]
    else { return false }
    return now / 100 != before / 100
  }
}

// SPDX-License-Identifier: Apache-2.0

/// How the output of a kind of industry moves from year to year and within a year.
enum Course: Sendable {
  /// Smart equipment (智能装备), the cluster that the plan pushes.
  case smart
  /// Machines for masks: smart equipment with the boom of 2020.
  case maskMachinery
  /// Masks and protective goods (口罩): a boom in 2020, a fall in 2021.
  case mask
  /// Other industries that hold their place.
  case steady
  /// Traditional industries that lose it slowly.
  case traditional
  /// Electricity, gas and water.
  case utility

  var isSmartEquipment: Bool { self == .smart || self == .maskMachinery }
  var isMask: Bool { self == .mask || self == .maskMachinery }
}

// Every number below is chosen so that 300 units come near the plan's figures for 2019–2022
// (a synthetic 万江): none is observed.

extension Course {
  /// Output of `year` against the year before, in thousandths.
  func growth(in year: Int) -> Int {
    switch year {
    case ..<2020: 1060
    case 2020: planYears.0
    case 2021: planYears.1
    case 2022: planYears.2
    default: 1045
    }
  }

  private var planYears: (Int, Int, Int) {
    switch self {
    case .smart: (1076, 1301, 1129)
    case .maskMachinery: (1550, 820, 960)
    case .mask: (1580, 640, 930)
    case .steady: (950, 1062, 1015)
    case .traditional: (936, 1010, 968)
    case .utility: (1000, 1080, 1030)
    }
  }

  /// What part of the year's output falls into each survey period (01..02, 03, … 12), in
  /// millionths; the eleven add up to a million.
  func season(of year: Int) -> [Int] {
    switch (self, year) {
    case (.utility, _): Course.summerPeak
    case (.mask, 2020), (.maskMachinery, 2020): Course.maskRush
    case (_, 2020): Course.epidemicYear
    case (_, 2021): Course.recoveryYear
    case (_, 2022): Course.year2022
    default: Course.ordinaryYear
    }
  }

  /// Low around the Spring Festival, high at the year's end.
  private static let ordinaryYear = [
    132_000, 81_000, 80_000, 82_000, 86_000, 83_000, 84_000, 89_000, 88_000, 94_000, 101_000,
  ]
  private static let epidemicYear = [
    105_600, 73_700, 80_000, 84_000, 89_000, 86_000, 87_500, 93_500, 92_500, 100_000, 108_200,
  ]
  private static let recoveryYear = [
    136_000, 84_500, 82_000, 82_500, 86_000, 82_500, 83_000, 86_500, 86_000, 92_500, 98_500,
  ]
  private static let year2022 = [
    139_000, 83_500, 78_000, 81_000, 87_000, 84_500, 84_500, 89_500, 87_500, 92_000, 93_500,
  ]
  private static let maskRush = [
    100_000, 105_000, 120_000, 115_000, 100_000, 90_000, 80_000, 78_000, 72_000, 70_000, 70_000,
  ]
  private static let summerPeak = [
    125_000, 75_000, 77_000, 85_000, 93_000, 100_000, 101_000, 94_000, 84_000, 80_000, 86_000,
  ]
}

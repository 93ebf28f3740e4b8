// SPDX-License-Identifier: Apache-2.0
import ArgumentParser
import Statistics

extension Period: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension PeriodSelection {
  /// Reads `--period`; the refusal says what is taken.
  static func parse(_ argument: String) throws -> PeriodSelection {
    if let selection = PeriodSelection(argument) { return selection }
    if argument.hasSuffix("-01") {
      throw ValidationError(
        "No January figure exists; January and February are one period: \(argument)..02.")
    }
    throw ValidationError(
      "'\(argument)' is no period. Use 2021-05, 2021-01..02, 2021-Q1, 2021-H1, 2021, latest, or a "
        + "range 2021-02...2021-06.")
  }
}

extension PeriodSelection {
  /// As it is typed.
  var text: String {
    switch self {
    case .latest: "latest"
    case .single(let period): period.description
    case .range(let first, let last): "\(first)...\(last)"
    }
  }
}

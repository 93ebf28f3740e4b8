// SPDX-License-Identifier: Apache-2.0

/// What 300 units have of one industry: a row of the table that everything is scaled from.
struct IndustryProfile: Sendable {
  /// A class (小类) of GB/T 4754-2017.
  let industry: String
  /// The word in its enterprises' names.
  let word: String
  let course: Course
  let units: Int
  /// How many of the units enter the population after the workspace's first years.
  let entrants: Int
  /// Of all its units in 2019, also those that were not surveyed then, in 千元.
  let valueAdded: Int
  /// Value added in output, in percent.
  let valueAddedRate: Int
  /// Exports in sales, in percent, over exporters and others.
  let exportRate: Int
  /// The part of value added that its one large unit has, in thousandths; 0 where there is none.
  let lead: Int

  init(
    _ industry: String, _ word: String, _ course: Course, _ units: Int, _ entrants: Int,
    _ valueAdded: Int, _ valueAddedRate: Int, _ exportRate: Int, _ lead: Int
  ) {
    self.industry = industry
    self.word = word
    self.course = course
    self.units = units
    self.entrants = entrants
    self.valueAdded = valueAdded
    self.valueAddedRate = valueAddedRate
    self.exportRate = exportRate
    self.lead = lead
  }
}

// SPDX-License-Identifier: Apache-2.0

/// What flows in a survey period or in several (it adds up), in whole 千元.
struct Flows: Hashable, Sendable {
  var output = 0
  var sales = 0
  var exports = 0
  var valueAdded = 0
  var revenue = 0

  static func += (left: inout Flows, right: Flows) {
    left.output += right.output
    left.sales += right.sales
    left.exports += right.exports
    left.valueAdded += right.valueAdded
    left.revenue += right.revenue
  }
}

/// What a unit reports of one year up to one survey period.
struct YearToDate: Hashable, Sendable {
  var month = Flows()
  var cumulative = Flows()
  var monthEmployment = 0
  /// The average over the months so far, January and February counting as two.
  var averageEmployment = 0
}

// SPDX-License-Identifier: Apache-2.0

/// What `SDMXHandler` tells of the data sets, whatever the version and the form of the message.
///
/// Values and not classes: each access to a class's variables is checked at run time, which took a
/// third of the time.
protocol SDMXReceiver {
  mutating func beginDataSet(_ dataSet: SDMXDataSetHead) throws(TableProblem)
  /// - Parameter line: where the element stands, counted from 1.
  mutating func begin(_ level: SDMXLevel, line: Int) throws(TableProblem)
  /// A component's value in the level that began last and has not ended.
  /// - Parameter component: its number in `SDMXComponents`.
  mutating func value(
    of component: Int, as role: SDMXRole, _ value: UnsafeBufferPointer<UInt8>
  ) throws(TableProblem)
  mutating func end(_ level: SDMXLevel) throws(TableProblem)
  mutating func endDataSet() throws(TableProblem)
}

/// What the values of an element belong to.
enum SDMXLevel {
  /// Attributes of the data set, or of a part of it that their key names (`Atts` of SDMX 3.0).
  case attributes
  case group
  /// A series; may stand in a group in SDMX 2.0.
  case series
  /// In a series, or in none.
  case observation
}

enum SDMXRole {
  case dimension, observationDimension, measure, attribute
  /// Structure-specific elements do not tell dimensions from attributes.
  case dimensionOrAttribute
}

/// What is known of a data set where it begins.
struct SDMXDataSetHead {
  /// The structure's id, such as `NAMA_10_GDP`, or the data set's own; empty where it has none.
  var name = ""
  /// `Append`, `Replace`, `Delete`, `Information`; empty where it says none.
  var action = ""
  /// The component that tells a series' observations apart.
  var observationDimension = SDMXComponents.timePeriod
  /// Whether an observation's value of that is the type of its element.
  var hasExplicitMeasures = false

  var isDeletion: Bool { action == "Delete" }
}

// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The label of a bureau table's row, apart from how the table shows its place in a hierarchy.
enum RowLabel {
  private static let marks = ["其中:", "#", "(一)", "(二)", "(三)", "(四)", "一、", "二、", "三、", "四、", "五、"]

  /// Folded like a header, without leading marks of order and of sub-items and without the unit:
  /// `  其中：#先进制造业` is `先进制造业`.
  static func folded(_ text: String) -> String { split(text).label }

  /// The same, and the unit of measure in brackets at its end: `工业投资（万元）` is in 万元.
  static func split(_ text: String) -> (label: String, unit: UnitOfMeasure?) {
    var (label, unit) = HeaderText.splitUnit(HeaderText.folded(text))
    while let mark = marks.first(where: label.hasPrefix) { label.removeFirst(mark.count) }
    if label.hasSuffix(":") { label.removeLast() }
    return (label, unit)
  }
}

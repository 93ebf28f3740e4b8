// SPDX-License-Identifier: Apache-2.0

/// The label of a bureau table's row, apart from how the table shows its place in a hierarchy.
enum RowLabel {
  private static let marks = ["其中:", "#", "(一)", "(二)", "(三)", "(四)", "一、", "二、", "三、", "四、", "五、"]

  /// Folded like a header, without leading marks of order and of sub-items and without the unit:
  /// `  其中：#先进制造业` is `先进制造业`.
  static func folded(_ text: String) -> String {
    var label = HeaderText.splitUnit(HeaderText.folded(text)).words
    while let mark = marks.first(where: label.hasPrefix) { label.removeFirst(mark.count) }
    if label.hasSuffix(":") { label.removeLast() }
    return label
  }
}

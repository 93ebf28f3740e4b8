// SPDX-License-Identifier: Apache-2.0
import CXLSXWriter

/// How a cell of a workbook looks.
struct CellStyle: Hashable {
  enum Alignment { case left, centre, right }
  /// The rules of a table: strong at its ends, thin under its head, hairs between its rows.
  enum Rule { case none, hair, thin, strong }

  var alignment = Alignment.left
  var isBold = false
  /// In points.
  var size = 11
  var wraps = false
  /// Where a row is higher than the text; else in its middle.
  var isAtTop = false
  var indent = 0
  /// Of the spreadsheet's own grammar; `nil` for text.
  var numberFormat: String?
  var above = Rule.none
  var below = Rule.none
  var isLink = false

  static let caption = CellStyle(isBold: true, size: 12, wraps: true)
  static let note = CellStyle(size: 9, wraps: true)

  /// Gives a new format of the library these properties.
  func apply(to format: UnsafeMutablePointer<lxw_format>, font: String?) {
    if let font { format_set_font_name(format, font) }
    format_set_font_size(format, Double(size))
    if isBold { format_set_bold(format) }
    if wraps { format_set_text_wrap(format) }
    if let numberFormat { format_set_num_format(format, numberFormat) }
    format_set_align(format, alignment.code)
    let vertical = isAtTop ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER
    format_set_align(format, UInt8(vertical.rawValue))
    if indent > 0 { format_set_indent(format, UInt8(clamping: indent)) }
    format_set_top(format, above.code)
    format_set_bottom(format, below.code)
    if isLink {
      format_set_font_color(format, 0x0563C1)
      format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
    }
  }
}

extension CellStyle.Alignment {
  fileprivate var code: UInt8 {
    switch self {
    case .left: UInt8(LXW_ALIGN_LEFT.rawValue)
    case .centre: UInt8(LXW_ALIGN_CENTER.rawValue)
    case .right: UInt8(LXW_ALIGN_RIGHT.rawValue)
    }
  }
}

extension CellStyle.Rule {
  fileprivate var code: UInt8 {
    switch self {
    case .none: UInt8(LXW_BORDER_NONE.rawValue)
    case .hair: UInt8(LXW_BORDER_HAIR.rawValue)
    case .thin: UInt8(LXW_BORDER_THIN.rawValue)
    case .strong: UInt8(LXW_BORDER_MEDIUM.rawValue)
    }
  }
}

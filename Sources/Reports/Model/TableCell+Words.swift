// SPDX-License-Identifier: Apache-2.0

extension TableCell {
  static func words(_ text: String) -> TableCell { TableCell(text: text, isText: true) }
}

// SPDX-License-Identifier: Apache-2.0

/// The names of a worksheet part that Yuebao knows, as a parser keeps them.
///
/// A class, because copying so many of them for each element would cost time.
final class WorksheetNames {
  let worksheet: XMLName
  let rows: XMLName
  let row: XMLName
  let cell: XMLName
  let value: XMLName
  let inline: XMLName
  let run: XMLName
  let text: XMLName
  let merges: XMLName
  let merge: XMLName

  let reference: XMLName
  let style: XMLName
  let type: XMLName
  let mergeReference: XMLName

  init(_ names: XMLNames) {
    worksheet = names["worksheet"]
    rows = names["sheetData"]
    row = names["row"]
    cell = names["c"]
    value = names["v"]
    inline = names["is"]
    run = names["r"]
    text = names["t"]
    merges = names["mergeCells"]
    merge = names["mergeCell"]
    reference = names["r"]
    style = names["s"]
    type = names["t"]
    mergeReference = names["ref"]
  }
}

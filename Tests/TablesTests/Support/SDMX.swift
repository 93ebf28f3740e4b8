// SPDX-License-Identifier: Apache-2.0
@testable import Tables

/// A structure-specific message of SDMX 2.1 or 3.0, time series unless `dimension` says otherwise.
func structureSpecific(
  _ dataSets: String, dimension: String = "TIME_PERIOD", version: String = "v2_1",
  header: String = "", behind: String = ""
) -> String {
  let schemas = "http://www.sdmx.org/resources/sdmxml/schemas/\(version)"
  return """
    <m:StructureSpecificData xmlns:m="\(schemas)/message" xmlns:f="\(schemas)/message/footer"
     xmlns:s="\(schemas)/data/structurespecific" xmlns:c="\(schemas)/common"
     xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <m:Header><m:ID>x</m:ID>
    <m:Structure structureID="S1" dimensionAtObservation="\(dimension)"><c:Structure>
    <Ref agencyID="A" id="OUTPUT" version="1.0"/></c:Structure></m:Structure>\(header)</m:Header>
    \(dataSets)
    \(behind)</m:StructureSpecificData>
    """
}

/// A structure-specific data set.
func dataSet(_ content: String, _ attributes: String = "") -> String {
  "<m:DataSet s:structureRef=\"S1\" \(attributes)>\(content)</m:DataSet>"
}

/// A generic message of SDMX 2.1.
func generic(_ content: String, dimension: String = "TIME_PERIOD") -> String {
  let schemas = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1"
  return """
    <m:GenericData xmlns:m="\(schemas)/message" xmlns:g="\(schemas)/data/generic"
     xmlns:c="\(schemas)/common"><m:Header>
    <m:Structure structureID="S1" dimensionAtObservation="\(dimension)"><c:StructureUsage>
    <Ref id="OUTPUT"/></c:StructureUsage></m:Structure></m:Header>
    <m:DataSet structureRef="S1">\(content)</m:DataSet></m:GenericData>
    """
}

/// Values of generic components: `values("A=1 B=2")`.
func values(_ pairs: String) -> String {
  pairs.split(separator: " ").map { pair in
    let parts = pair.split(separator: "=", maxSplits: 1)
    return "<g:Value id=\"\(parts[0])\" value=\"\(escaped(String(parts[1])))\"/>"
  }.joined()
}

extension Recorder {
  /// The rows with a blank text for each empty cell: `A|B|`.
  var grid: [String] {
    rows.map { row in
      let width = row.cells.last?.column ?? 0
      var texts = [String](repeating: "", count: width)
      for (cell, text) in zip(row.cells, row.texts) { texts[cell.column - 1] = text }
      return texts.joined(separator: "|")
    }
  }
}

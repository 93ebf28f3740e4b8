// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

/// What of a message is no data, and messages that are not as they should be.
@Suite struct SDMXMessageTests {
  private static let footer = """
    <f:Footer><f:Message code="413" severity="Warning"><c:Text>Cut off.</c:Text>
    <c:Text xml:lang="fr">Coupé.</c:Text></f:Message></f:Footer>
    """
  private static let series = "<Series A='a'><Obs TIME_PERIOD='1' OBS_VALUE='1'/></Series>"

  @Test func aMessageOfOnlyAFooterSaysWhatItSays() {
    let problems = record(structureSpecific("", behind: Self.footer)).problems
    #expect(problems.map(\.kind) == [.messageWithoutData])
    #expect(problems.first?.detail == "413 Warning: Cut off. Coupé.")
    #expect(problems.first?.line == 8)
  }

  @Test func aFooterBesideDataIsTold() {
    let recorder = record(structureSpecific(dataSet(Self.series), behind: Self.footer))
    #expect(recorder.rows.count == 2)
    #expect(recorder.problems.map(\.kind) == [.messageNote])
    #expect(recorder.problems.first?.detail == "413 Warning: Cut off. Coupé.")
  }

  @Test func anErrorIsAMessageWithoutData() {
    let schemas = "http://www.sdmx.org/resources/sdmxml/schemas/v2_1"
    let text = """
      <m:Error xmlns:m="\(schemas)/message" xmlns:c="\(schemas)/common">
      <m:ErrorMessage code="100"><c:Text>No results</c:Text></m:ErrorMessage></m:Error>
      """
    #expect(record(text).problems.map(\.detail) == ["100: No results"])
    #expect(record(text).problems.map(\.kind) == [.messageWithoutData])
  }

  @Test(arguments: [
    ("", "no observation"),
    (dataSet("<Series A='a'/>"), "1 series, but no observation"),
  ])
  func aMessageWithoutObservationsIsToldAsThat(content: String, detail: String) {
    let recorder = record(structureSpecific(content))
    #expect(recorder.problems.map(\.kind) == [.messageWithoutData])
    #expect(recorder.problems.map(\.detail) == [detail])
    #expect(recorder.sheets.isEmpty)
  }

  @Test(
    arguments: [
      (
        "Structure", "v2_1",
        "an SDMX-ML 2.1 structure message: code lists and definitions, no data"
      ),
      ("UtilityData", "v2_0", "an SDMX-ML 2.0 message of utility data"),
      ("CrossSectionalData", "v1_0", "an SDMX-ML 1.0 message of cross-sectional data"),
      ("RegistryInterface", "v3_0", "an SDMX-ML 3.0 registry message, which holds no data"),
      (
        "GenericMetadata", "v2_1",
        "an SDMX-ML 2.1 message of reference metadata, which holds no data"
      ),
      ("DataflowQuery", "v2_1", "an SDMX-ML 2.1 query, which holds no data"),
      ("Novel", "v4_0", "an SDMX-ML 4.0 message with the root element Novel"),
    ])
  func otherMessagesAreNamed(root: String, version: String, kind: String) {
    let text = "<\(root) xmlns='http://www.sdmx.org/resources/sdmxml/schemas/\(version)/message'/>"
    #expect(record(text).problems.map(\.kind) == [.unsupportedFormat])
    #expect(record(text).problems.map(\.detail) == [kind])
  }

  @Test(
    arguments: [
      ("<Serie A='a'/>", "the element Serie in a data set"),
      ("<Series A='a'>5<Obs/></Series>", "text where a data set has elements only"),
      ("<Series><Obs/><Comp id='X'/></Series>", "the element Comp behind a series' observations"),
      ("<Series><Obs><Comp/></Obs></Series>", "a Comp without the id of its component"),
    ])
  func whatTheStandardDoesNotHaveIsMalformed(content: String, detail: String) {
    let recorder = record(structureSpecific(dataSet(content)))
    #expect(recorder.problems.map(\.kind) == [.malformedXML])
    #expect(recorder.problems.first?.detail == detail)
    #expect(recorder.problems.first?.line == 7)
    #expect(recorder.rows.isEmpty)
  }

  @Test func aComponentStandsOnceInOnePlace() {
    let problems = record(
      generic("<g:Series><g:SeriesKey>\(values("A=1 A=2"))</g:SeriesKey></g:Series>")
    ).problems
    #expect(problems.map(\.kind) == [.damagedTable])
    #expect(problems.first?.detail == "A stands twice in one place")
  }

  @Test func annotationsAreNoData() {
    let annotation = "<c:Annotations><c:Annotation><c:Obs>5</c:Obs></c:Annotation></c:Annotations>"
    let series = "<Series A='a'>\(annotation)<Obs OBS_VALUE='1'>\(annotation)</Obs></Series>"
    let recorder = record(structureSpecific(dataSet(annotation + series)))
    #expect(recorder.problems.isEmpty)
    #expect(recorder.grid == ["A|OBS_VALUE", "a|1"])
  }

  @Test func everyPrefixHasAProblemAndNoRow() {
    let bytes = Array(
      structureSpecific(
        dataSet("<Group A='a' T='工业'/>\(Self.series)"), behind: Self.footer
      ).utf8)
    for count in 0..<bytes.count {
      let recorder = record(Array(bytes[..<count]))
      #expect(recorder.problems.count(where: \.isFatal) == 1, "\(count) bytes")
      #expect(recorder.rows.isEmpty)
    }
    #expect(record(bytes).rows.count == 2)
  }

  @Test func noFlippedByteEndsTheProgram() {
    let texts = [
      structureSpecific(dataSet("<Group A='a' T='t'/>\(Self.series)"), behind: Self.footer),
      generic(
        "<g:Group><g:GroupKey>\(values("A=1"))</g:GroupKey></g:Group><g:Series><g:SeriesKey>"
          + "\(values("A=1"))</g:SeriesKey><g:Obs><g:ObsValue value='1'/></g:Obs></g:Series>"),
    ]
    for text in texts {
      var bytes = Array(text.utf8)
      for offset in bytes.indices {
        let flip: UInt8 = 1 << (offset % 8)
        bytes[offset] ^= flip
        let recorder = record(bytes)
        #expect(!recorder.rows.isEmpty || !recorder.problems.isEmpty)
        bytes[offset] ^= flip
      }
    }
  }

  @Test(
    arguments: [
      ("columns", "<Series A='1' B='2' C='3' D='4'/>"), ("sheets", "</m:DataSet><m:DataSet>"),
      ("rows", "<Series>" + String(repeating: "<Obs A='1'/>", count: 4) + "</Series>"),
      ("cellBytes", "<Obs A='12345'/>"),
    ])
  func aLimitIsNamed(name: String, content: String) {
    var limits = TableLimits()
    limits.columns = 5
    limits.sheets = 1
    limits.rows = 4
    limits.cellBytes = 4
    let problems = record(structureSpecific(dataSet(content)), limits: limits).problems
    #expect(problems.map(\.kind) == [.limitExceeded])
    #expect(problems.first?.detail.hasPrefix(name + ":") == true)
  }

  @Test func anyGridReadsBack() {
    var generator = SeededGenerator(7)
    for _ in 0..<200 {
      let grid = randomGrid(using: &generator).map { row in
        row.map { $0.replacing("\r\n", with: " ").replacing("\n", with: " ") }
      }
      let rows = grid.map { row in
        let cells = row.enumerated().map { column, text in
          " C\(column)=\"\(escaped(text).replacing("\t", with: "&#9;"))\""
        }
        return "<Obs\(cells.joined())/>"
      }
      let recorder = record(
        structureSpecific(dataSet(rows.joined()), dimension: "AllDimensions"))
      #expect(recorder.problems.isEmpty)
      let texts = recorder.rows.dropFirst().map { line in
        Dictionary(uniqueKeysWithValues: zip(line.cells.map(\.column), line.texts))
      }
      let expected = grid.filter { $0.contains { !$0.isEmpty } }.map { row in
        Dictionary(
          uniqueKeysWithValues: row.enumerated().filter { !$1.isEmpty }.map { ($0 + 1, $1) })
      }
      #expect(texts == expected)
    }
  }
}

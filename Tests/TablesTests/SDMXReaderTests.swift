// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

@Suite struct SDMXReaderTests {
  @Test func aSeriesStatesOnceWhatHoldsForItsObservations() {
    let recorder = record(
      structureSpecific(
        dataSet(
          """
          <Series FREQ="M" IND="020" UNIT="CNY">
          <Obs TIME_PERIOD="2021-05" OBS_VALUE="1.50" OBS_STATUS="A"/>
          <Obs TIME_PERIOD="2021-06" OBS_STATUS="M"/></Series>
          <Series FREQ="M" IND="021"><Obs TIME_PERIOD="2021-05" OBS_VALUE="NaN"/></Series>
          """)))
    #expect(recorder.problems.isEmpty)
    #expect(recorder.table?.format == .sdmxML)
    #expect(recorder.sheets.map(\.description.name) == ["OUTPUT"])
    #expect(
      recorder.grid == [
        "FREQ|IND|UNIT|TIME_PERIOD|OBS_VALUE|OBS_STATUS", "M|020|CNY|2021-05|1.50|A",
        "M|020|CNY|2021-06||M", "M|021||2021-05|NaN",
      ])
    #expect(recorder.rows.map(\.line) == [nil, 8, 9, 10])
    #expect(
      recorder.rows[1].cells.map(\.kind) == [.text, .text, .text, .text, .number, .text])
    #expect(recorder.rows[3].cells.last?.kind == .text)
  }

  @Test func genericDataAreTheSame() {
    let recorder = record(
      generic(
        """
        <g:Series><g:SeriesKey>\(values("FREQ=M IND=020"))</g:SeriesKey>
        <g:Attributes>\(values("UNIT=CNY"))</g:Attributes>
        <g:Obs><g:ObsDimension value="2021-05"/><g:ObsValue value="1.50"/>
        <g:Attributes>\(values("OBS_STATUS=A"))</g:Attributes></g:Obs></g:Series>
        """))
    #expect(recorder.problems.isEmpty)
    #expect(
      recorder.grid == [
        "FREQ|IND|TIME_PERIOD|OBS_VALUE|UNIT|OBS_STATUS", "M|020|2021-05|1.50|CNY|A",
      ])
  }

  @Test func flatDataAreTheSame() {
    let structured = record(
      structureSpecific(
        dataSet(
          """
          <Obs FREQ="M" TIME_PERIOD="2021-05" OBS_VALUE="1" OBS_STATUS="A"/>
          <Obs FREQ="M" TIME_PERIOD="2021-06" OBS_STATUS="M"/>
          """), dimension: "AllDimensions"))
    let plain = record(
      generic(
        """
        <g:Obs><g:ObsKey>\(values("FREQ=M TIME_PERIOD=2021-05"))</g:ObsKey>
        <g:ObsValue value="1"/><g:Attributes>\(values("OBS_STATUS=A"))</g:Attributes></g:Obs>
        <g:Obs><g:ObsKey>\(values("FREQ=M TIME_PERIOD=2021-06"))</g:ObsKey>
        <g:Attributes>\(values("OBS_STATUS=M"))</g:Attributes></g:Obs>
        """, dimension: "AllDimensions"))
    #expect(
      structured.grid == [
        "FREQ|TIME_PERIOD|OBS_VALUE|OBS_STATUS", "M|2021-05|1|A", "M|2021-06||M",
      ])
    #expect(plain.grid == structured.grid)
    #expect(plain.problems + structured.problems == [])
  }

  @Test func whatIsNamedFirstInTheLastObservationHasItsColumn() {
    let rows = (1...3000).map { "<Obs TIME_PERIOD=\"\($0)\" OBS_VALUE=\"\($0)\"/>" }.joined()
    let recorder = record(
      structureSpecific(
        dataSet("<Series A=\"a\">\(rows)<Obs TIME_PERIOD=\"x\" OBS_STATUS=\"A\"/></Series>")))
    #expect(recorder.grid.first == "A|TIME_PERIOD|OBS_VALUE|OBS_STATUS")
    #expect(recorder.grid.last == "a|x||A")
    #expect(recorder.rows.count == 3002)
  }

  @Test func anotherDimensionMayTellObservationsApart() {
    let recorder = record(
      structureSpecific(
        dataSet(
          """
          <Series TIME_PERIOD="2021"><Obs AREA="CN" OBS_VALUE="1"/><Obs AREA="DE"/></Series>
          """), dimension: "AREA"))
    #expect(recorder.grid == ["TIME_PERIOD|AREA|OBS_VALUE", "2021|CN|1", "2021|DE"])
  }

  @Test func theTypeOfAnExplicitMeasureIsItsDimension() {
    let text = structureSpecific(
      dataSet("<Series A=\"a\"><Obs xsi:type=\"d:BIRTHS\" OBS_VALUE=\"1\"/></Series>"),
      dimension: "DEMO\" explicitMeasures=\"true")
    #expect(record(text).grid == ["A|DEMO|OBS_VALUE", "a|BIRTHS|1"])
  }

  @Test(
    arguments: [
      ("1", Cell.Kind.number, "1"), ("-0.10", .number, "-0.10"), (" 5 ", .text, " 5 "),
      ("1.5E-3", .number, "1.5E-3"), ("NaN", .text, "NaN"), ("INF", .text, "INF"),
      ("#N/A", .text, "#N/A"), ("1,5", .text, "1,5"), ("&amp;", .text, "&"),
      ("12345678901234567890", .number, "12345678901234567890"),
    ])
  func aValueIsANumberWhereItIsOne(value: String, kind: Cell.Kind, text: String) {
    let recorder = record(
      structureSpecific(dataSet("<Series A='a'><Obs OBS_VALUE='\(value)'/></Series>")))
    #expect(recorder.rows.last?.cells.last?.kind == kind)
    #expect(recorder.rows.last?.texts.last == text)
    #expect(recorder.problems.isEmpty)
  }

  @Test func severalDataSetsAreSeveralSheets() {
    let recorder = record(
      structureSpecific(
        dataSet("<Series A='1'><Obs OBS_VALUE='1'/></Series>")
          + dataSet("<Series B='2'><Obs OBS_VALUE='2'/></Series>", "s:action='Delete'")
          + dataSet("<Series C='3'/>")))
    #expect(recorder.sheets.map(\.description.name) == ["OUTPUT", "OUTPUT (2)", "OUTPUT (3)"])
    #expect(recorder.grid == ["A|OBS_VALUE", "1|1", "B|OBS_VALUE", "2|2", "C"])
    #expect(recorder.problems.map(\.kind) == [.messageNote])
    #expect(recorder.problems.first?.detail == "the data are to be deleted (action Delete)")
    #expect(recorder.problems.first?.sheet == "OUTPUT (2)")
  }

  @Test func ofVersion3AComponentMayHaveSeveralValues() {
    let recorder = record(
      structureSpecific(
        dataSet(
          """
          <Series A="a"><Comp id="TITLE"><Value><c:Text xml:lang="en">Output; all</c:Text>
          <c:Text xml:lang="fr">Production</c:Text></Value><Value><c:Text>b</c:Text></Value></Comp>
          <Obs TIME_PERIOD="2021" OBS_VALUE="1"><Comp id="OBS_STATUS"><Value>A</Value>
          <Value>F</Value></Comp></Obs>
          <Obs TIME_PERIOD="2022"><Comp id="OBS_VALUE"><Value>2.5</Value></Comp></Obs></Series>
          """), version: "v3_0"))
    #expect(recorder.problems.isEmpty)
    #expect(recorder.rows.first?.texts == ["A", "TIME_PERIOD", "OBS_VALUE", "TITLE", "OBS_STATUS"])
    let title = "\"\"\"en:Output; all\"\";fr:Production\";en:b"
    #expect(recorder.rows[1].texts == ["a", "2021", "1", title, "A;F"])
    #expect(recorder.rows[2].cells[2].kind == .number)
  }

  @Test func version2IsRead() {
    let schemas = "http://www.SDMX.org/resources/SDMXML/schemas/v2_0"
    let compact = """
      <CompactData xmlns="\(schemas)/message" xmlns:d="urn:x"><Header>
      <KeyFamilyRef>OUTPUT</KeyFamilyRef></Header>
      <d:DataSet datasetID="D" UNIT="CNY"><d:Siblings IND="020" TITLE="t"/>
      <d:Series FREQ="M" IND="020"><d:Obs TIME_PERIOD="2021-05" OBS_VALUE="1"/></d:Series>
      </d:DataSet></CompactData>
      """
    #expect(
      record(compact).grid == [
        "FREQ|IND|TIME_PERIOD|OBS_VALUE|UNIT|TITLE", "M|020|2021-05|1|CNY|t",
      ])
    let plain = """
      <GenericData xmlns="\(schemas)/message" xmlns:g="\(schemas)/generic"><DataSet>
      <g:KeyFamilyRef>OUTPUT</g:KeyFamilyRef><g:Group type="S"><g:Attributes>
      <g:Value concept="TITLE" value="t"/></g:Attributes><g:Series><g:SeriesKey>
      <g:Value concept="FREQ" value="M"/></g:SeriesKey><g:Obs><g:Time>2021-05</g:Time>
      <g:ObsValue value="1"/></g:Obs></g:Series></g:Group></DataSet></GenericData>
      """
    #expect(record(plain).grid == ["FREQ|TIME_PERIOD|OBS_VALUE|TITLE", "M|2021-05|1|t"])
    #expect(record(plain).sheets.map(\.description.name) == ["OUTPUT"])
    #expect(record(plain).problems == [])
  }
}

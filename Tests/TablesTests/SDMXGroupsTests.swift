// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

@Suite struct SDMXGroupsTests {
  @Test func aGroupsAttributesStandInEveryRowOfItsKey() {
    let recorder = record(
      structureSpecific(
        dataSet(
          """
          <Group xsi:type="d:Siblings" IND="020" TITLE="Output"/>
          <Group xsi:type="d:Siblings" IND="021" TITLE="Sales"/>
          <Series FREQ="M" IND="021"><Obs TIME_PERIOD="1"/></Series>
          <Series FREQ="A" IND="020"><Obs TIME_PERIOD="2"/><Obs TIME_PERIOD="3"/></Series>
          """)))
    #expect(recorder.problems.isEmpty)
    #expect(
      recorder.grid == [
        "FREQ|IND|TIME_PERIOD|TITLE", "M|021|1|Sales", "A|020|2|Output", "A|020|3|Output",
      ])
  }

  @Test func aKeyMayHoldTheObservationDimension() {
    let recorder = record(
      generic(
        """
        <g:Group type="S"><g:GroupKey>\(values("AREA=CN"))</g:GroupKey>
        <g:Attributes>\(values("TITLE=China"))</g:Attributes></g:Group>
        <g:Series><g:SeriesKey>\(values("FREQ=M"))</g:SeriesKey>
        <g:Obs><g:ObsDimension id="AREA" value="CN"/></g:Obs>
        <g:Obs><g:ObsDimension id="AREA" value="DE"/></g:Obs></g:Series>
        """, dimension: "AREA"))
    #expect(recorder.problems.isEmpty)
    #expect(recorder.grid == ["FREQ|AREA|TITLE", "M|CN|China", "M|DE"])
  }

  @Test func theNearestSourceOfAnAttributeCounts() {
    let recorder = record(
      structureSpecific(
        dataSet(
          """
          <Group A="a" B="b" X="group of two"/><Group A="a" X="group of one" Y="group"/>
          <Series A="a" B="b"><Obs TIME_PERIOD="1"/></Series>
          <Series A="a" B="c"><Obs TIME_PERIOD="2" Z="observation"/></Series>
          """, "X=\"data set\" Z=\"data set\"")))
    #expect(
      recorder.grid == [
        "A|B|TIME_PERIOD|X|Z|Y", "a|b|1|group of two|data set|group",
        "a|c|2|group of one|observation|group",
      ])
  }

  @Test func ofVersion3GroupsMayStandBehindTheirSeries() {
    let recorder = record(
      structureSpecific(
        dataSet(
          """
          <Series A="a"><Obs TIME_PERIOD="1"/></Series>
          <Atts UNIT="CNY"/><Atts A="a"><Comp id="T"><Value>t</Value></Comp></Atts>
          """), version: "v3_0"))
    #expect(recorder.grid == ["A|TIME_PERIOD|UNIT|T", "a|1|CNY|t"])
    #expect(recorder.problems.isEmpty)
  }

  @Test(arguments: ["<Group A='b' X='1'/>", "<Group X='1'/>"])
  func aGroupWithoutObservationsIsTold(group: String) {
    let recorder = record(
      structureSpecific(dataSet("\(group)<Series A='a'><Obs TIME_PERIOD='1'/></Series>")))
    #expect(recorder.grid == ["A|TIME_PERIOD|X", "a|1"])
    #expect(recorder.problems.map(\.kind) == [.messageNote])
    #expect(recorder.problems.first?.detail.hasPrefix("the attributes of 1 of 1 groups") == true)
    #expect(recorder.problems.first?.isFatal == false)
  }

  @Test func kindsOfGroupsAndGroupsOfOneKeyAreBounded() {
    var limits = TableLimits()
    limits.groupKinds = 2
    let series = "<Series A='a' B='b' C='c'><Obs TIME_PERIOD='1'/></Series>"
    for groups in [
      "<Group A='a' X='1'/><Group B='b' X='1'/><Group C='c' X='1'/>",
      "<Group A='a' X='1'/><Group A='a' Y='1'/><Group A='a' Z='1'/>",
    ] {
      let problems = record(structureSpecific(dataSet(groups + series)), limits: limits).problems
      #expect(problems.map(\.detail) == ["groupKinds: more than 2"])
    }
    limits.sharedTextBytes = 100
    let long = "<Group A='\(String(repeating: "a", count: 100))' X='1'/>"
    let problems = record(structureSpecific(dataSet(long + series)), limits: limits).problems
    #expect(problems.map(\.detail) == ["sharedTextBytes: more than 100"])
  }
}

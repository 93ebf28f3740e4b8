// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

@Suite struct ODSCellTests {
  /// The one cell of a sheet, as `kind:text`.
  private func read(_ cell: String) -> String {
    let recorder = record(flatODS(odsRow(cell)))
    return recorder.rows.flatMap { row in
      zip(row.cells, row.texts).map { "\($0.kind):\($1)" }
    }.joined(separator: " ")
  }

  @Test(
    arguments: [
      ("float' office:value='1234.50", "number:1234.5"),
      ("float' office:value='316.19999999999999", "number:316.2"),
      ("float' office:value='1E-05", "number:0.00001"),
      ("percentage' office:value='0.052", "number:0.052"),
      ("currency' office:currency='CNY' office:value='-3", "number:-3"),
      ("float' office:value='x", "text:x"), ("float", "number:9"),
      ("date' office:date-value='2021-05-31", "date:2021-05-31"),
      ("date' office:date-value='2021-05-31T00:00:00", "date:2021-05-31"),
      ("date' office:date-value='2021-05-31T08:30:00", "date:2021-05-31T08:30:00"),
      ("date' office:date-value='2021-05-31T08:30:00.500000000", "date:2021-05-31T08:30:00.500"),
      ("date' office:date-value='2020-12-31T23:59:59.999999999", "date:2021-01-01"),
      ("date' office:date-value='2021-05-31T08:29:59.999999", "date:2021-05-31T08:30:00"),
      ("date' office:date-value='soon", "text:soon"),
      ("time' office:time-value='PT08H30M00S", "date:08:30:00"),
      ("time' office:time-value='PT0S", "date:00:00:00"),
      ("time' office:time-value='PT26H30M00S", "date:PT26H30M0S"),
      ("time' office:time-value='P1DT2H", "date:PT26H0M0S"),
      ("time' office:time-value='PT08H30M00.250000000S", "date:08:30:00.250"),
      ("time' office:time-value='PT08H29M59.999999999S", "date:08:30:00"),
      ("time' office:time-value='-PT1H", "date:-PT1H0M0S"),
      ("time' office:time-value='P1Y", "text:P1Y"), ("time' office:time-value='P", "text:P"),
      ("time' office:time-value='PT99999999999H", "text:PT99999999999H"),
      ("boolean' office:boolean-value='true", "boolean:TRUE"),
      ("boolean' office:boolean-value='false", "boolean:FALSE"),
      ("boolean' office:boolean-value='8", "text:8"), ("string", "text:9"),
      ("string' office:string-value='a&amp;b&#10;c", "text:a&b\nc"),
      ("string' office:string-value='", ""), ("void", ""), ("unknown", "text:9"),
    ])
  func aValueHasItsType(attributes: String, expected: String) {
    #expect(read(odsCell("office:value-type='\(attributes)'", "<text:p>9</text:p>")) == expected)
  }

  @Test(
    arguments: [
      ("string' office:string-value='' calcext:value-type='error", "#N/A", "error:#N/A"),
      ("string' office:string-value='' calcext:value-type='error", "#WERT!", "error:#VALUE!"),
      ("string' office:string-value='' calcext:value-type='error", "Err:502", "error:Err:502"),
      ("string' office:string-value='' calcext:value-type='error", "Fehler:502", "error:Err:502"),
      ("string' office:string-value='' calcext:value-type='error", "#NEW!", "error:#NEW!"),
      ("string' table:formula='of:=A1' office:string-value='", "#DIV/0!", "error:#DIV/0!"),
      ("float' table:formula='of:=A1' office:value='0", "#VALORE!", "error:#VALUE!"),
      ("float' table:formula='of:=A1' office:value='0", "0.00", "number:0"),
      ("float' table:formula='of:=A1' office:value='0", "", "number:0"),
      ("float' office:value='0", "#N/A", "number:0"), ("string", "#N/A", "text:#N/A"),
      ("string' table:formula='of:=A1' office:string-value='", "-", ""),
    ])
  func anErrorIsWhatTheSenderSaw(attributes: String, shown: String, expected: String) {
    let paragraph = "<text:p>\(shown)</text:p>"
    #expect(read(odsCell("office:value-type='\(attributes)'", paragraph)) == expected)
  }

  @Test(
    arguments: [
      ("<text:p> a \n\t b </text:p>", "a b "), ("<text:p>a<text:s/>b</text:p>", "a b"),
      ("<text:p>a <text:s text:c='2'/>b</text:p>", "a   b"),
      ("<text:p><text:s/>a<text:s/></text:p>", " a "),
      ("<text:p>a<text:tab/>b<text:line-break/>c</text:p>", "a\tb\nc"),
      ("<text:p>a</text:p><text:p/><text:p>b</text:p>", "a\n\nb"),
      ("<text:p>a <text:span> b</text:span> c</text:p>", "a b c"),
      ("<text:p><text:a>a</text:a>:<text:date>2021</text:date></text:p>", "a:2021"),
      ("<text:p>a<office:annotation><text:p>x</text:p></office:annotation>b</text:p>", "ab"),
      ("<office:annotation><text:p>x</text:p></office:annotation><text:p>a</text:p>", "a"),
      (
        "<text:p><draw:frame><draw:text-box><text:p>x</text:p></draw:text-box></draw:frame>a</text:p>",
        "a"
      ),
      (
        "<text:p>a<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>x</text:p></text:note-body></text:note></text:p>",
        "a1"
      ),
      (
        "<text:p><text:ruby><text:ruby-base>工</text:ruby-base><text:ruby-text>gōng</text:ruby-text></text:ruby></text:p>",
        "工"
      ),
      (
        "<text:list><text:list-item><text:p>a</text:p></text:list-item></text:list><text:p>b</text:p>",
        "a\nb"
      ),
      ("<text:h>a</text:h>", "a"), ("<text:p><![CDATA[a & b]]></text:p>", "a & b"),
      ("<text:p></text:p>", ""), ("<text:p>  </text:p>", ""),
    ])
  func textFollowsTheRulesOfTheStandard(paragraphs: String, expected: String) {
    let text = read(odsCell("office:value-type='string'", paragraphs))
    #expect(text == (expected.isEmpty ? "" : "text:" + expected))
    #expect(read(odsCell("", paragraphs)) == text)
  }
}

// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Tables

@Suite struct NumberFormatTests {
  @Test(
    arguments: [
      ("General", nil), ("GENERAL", nil), ("0.00", nil), ("#,##0", nil), ("@", nil),
      ("0.00E+00", nil),
      ("0.00e-00", nil), ("# ?/?", nil), ("\"day\" 0", nil), ("0\\d", nil), ("\\d0", nil),
      ("[Red]0;[Blue]-0", nil), ("[$-804]0", nil), ("[$¥-804]#,##0.00", nil), ("_d0*m", nil),
      ("[>=100]0;[DBNum1]0", nil), ("0\" 年\"", nil), ("General\"日\"", nil), ("", nil), (";;;", nil),
      ("\"", nil), ("[", nil), ("\\", nil), ("\"yyyy", nil), ("0;yyyy", nil), ("\"-\"", nil),
      ("yyyy-mm-dd", DateFormat.date), ("yyyy\"年\"m\"月\"d\"日\";@", .date), ("yyyy年m月d日", .date),
      ("[$-804]aaaa;@", nil), ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", .date), ("m", .date),
      ("mmm-yy", .date), ("[$-411]ge.m.d", .date), ("[Red][h]:mm", .elapsed), ("[mm]:ss", .elapsed),
      ("[ss]", .elapsed), ("h:mm", .time), ("h:mm AM/PM", .time), ("mm:ss.0", .time), ("mm", .date),
      ("[$-F400]h:mm:ss\\ AM/PM", .time), ("yyyy/m/d\\ h:mm", .dateAndTime), ("d h", .dateAndTime),
      ("上午/下午h\"时\"mm\"分\"", .time), ("YYYY-MM-DD HH:MM", .dateAndTime),
      ("[=0]\"-\";yyyy-mm-dd", .date), ("[<1]h:mm;yyyy-mm-dd", .time), ("ss.000", .time),
      ("0.0 h", nil), ("bbbb", .date),
    ] as [(String, DateFormat?)])
  func aCodeShows(code: String, format: DateFormat?) {
    #expect(NumberFormat.dateFormat(ofCode: Array(code.utf8)) == format)
  }

  @Test func builtInFormats() {
    let dates = (0..<164).filter { NumberFormat.dateFormat(ofBuiltIn: $0) != nil }
    #expect(
      dates == Array(14...22) + Array(27...36) + Array(45...47) + Array(50...58) + Array(71...81))
    #expect(NumberFormat.dateFormat(ofBuiltIn: 46) == .elapsed)
    #expect(NumberFormat.dateFormat(ofBuiltIn: 22) == .dateAndTime)
  }
}

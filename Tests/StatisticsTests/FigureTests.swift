// SPDX-License-Identifier: Apache-2.0
import Testing

@testable import Statistics

@Suite struct FigureTests {
  private func figure(_ value: Figure.Value, own: Ratio? = nil) throws -> Figure {
    let name = FigureName(
      indicator: "i", sector: "s", basis: .ytd, measure: .yoy,
      period: try #require(Period(year: 2021, month: 5)))
    return Figure(
      name: name, unit: .percent, decimals: 1, value: value, origin: .bureau, ownValue: own)
  }

  @Test func printsItsDecimals() throws {
    #expect(try figure(.known(Ratio(765, over: 100))).rounded == "7.7")
    #expect(try figure(.missing(.noBase)).rounded == nil)
    #expect(try figure(.missing(.noBase)).exact == nil)
  }

  @Test func theDifferenceIsPrintedMinusOwn() throws {
    let figure = try figure(.known(Ratio(38, over: 5)), own: Ratio(15, over: 2))
    #expect(figure.differenceToOwn?.exactText == "0.1")
    #expect(try self.figure(.known(Ratio(1))).differenceToOwn == nil)
    #expect(try self.figure(.missing(.empty), own: Ratio(1)).differenceToOwn == nil)
  }
}

// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@Suite struct QuantityTests {
  private static func quantity(_ number: Int128, _ unit: String) throws -> Quantity {
    Quantity(Ratio(number), try #require(UnitOfMeasure(unit)))
  }

  private static func text(_ quantity: Quantity) -> String {
    "\(quantity.value.exactText) \(quantity.unit.symbol)"
  }

  @Test func convertsWithinADimension() throws {
    let money = try Self.quantity(15, "亿元")
    #expect(try Self.text(money.converted(to: .tenThousandYuan)) == "150000 万元")
    #expect(throws: ArithmeticError.incompatibleUnits) { try money.converted(to: .persons) }
  }

  @Test func addsInTheLeftUnit() throws {
    let sum = try Self.quantity(1, "亿元").adding(Self.quantity(5000, "万元"))
    #expect(Self.text(sum) == "1.5 亿元")
    #expect(throws: ArithmeticError.incompatibleUnits) {
      try Self.quantity(1, "亿元").adding(Self.quantity(1, "人"))
    }
  }

  @Test func percentMinusPercentIsInPoints() throws {
    let difference = try Self.quantity(25, "%").subtracting(Self.quantity(19, "%"))
    #expect(Self.text(difference) == "6 百分点")
    #expect(try Self.text(Self.quantity(25, "%").subtracting(difference)) == "19 %")
    #expect(try Self.text(Self.quantity(19, "%").adding(difference)) == "25 %")
    #expect(throws: ArithmeticError.incompatibleUnits) {
      try difference.subtracting(Self.quantity(1, "%"))
    }
  }

  @Test func quotientsOfOneKindArePercentages() throws {
    let ratio = try Self.quantity(9300, "万元").divided(by: Self.quantity(1, "亿元"))
    #expect(Self.text(ratio) == "93 %")
  }

  @Test func quotientsOfTwoKindsAreSoMuchForEach() throws {
    let perHead = try Self.quantity(25, "千元").divided(by: Self.quantity(5, "人"))
    #expect(Self.text(perHead) == "5 千元/人")
    #expect(
      try Self.text(Self.quantity(25, "亿元").divided(by: Self.quantity(1, "万人"))) == "0.0025 亿元/人")
    let inTenThousands = try perHead.converted(to: #require(UnitOfMeasure("万元/人")))
    #expect(Self.text(inTenThousands) == "0.5 万元/人")
    #expect(throws: ArithmeticError.incompatibleUnits) {
      try perHead.adding(Self.quantity(1, "千元"))
    }
    #expect(throws: ArithmeticError.incompatibleUnits) {
      try perHead.divided(by: Self.quantity(1, "人"))
    }
  }

  @Test func theGrowthOfAPercentageIsRefused() throws {
    #expect(try Self.text(Self.quantity(25, "亿元").growth(over: Self.quantity(20, "亿元"))) == "25 %")
    for unit in ["%", "百分点"] {
      #expect(throws: ArithmeticError.incompatibleUnits) {
        try Self.quantity(25, unit).growth(over: Self.quantity(20, unit))
      }
      #expect(throws: ArithmeticError.incompatibleUnits) {
        try Self.quantity(25, unit).percent(of: Self.quantity(20, unit))
      }
    }
  }

  @Test func nothingIsDividedByZero() throws {
    #expect(throws: ArithmeticError.divisionByZero) {
      try Self.quantity(25, "亿元").growth(over: Self.quantity(0, "亿元"))
    }
  }
}

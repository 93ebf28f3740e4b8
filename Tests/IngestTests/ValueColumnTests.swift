// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Ingest

/// A column against a list of the values that were put into it.
@Suite struct ValueColumnTests {
  private static func anyValue(using random: inout SeededGenerator) -> ObservedValue {
    switch Int.random(in: 0..<10, using: &random) {
    case 0: return .missing(.empty)
    case 1: return .missing(.notSurveyed)
    case 2:
      let coefficient = Int128(Int64.random(in: .min ... .max, using: &random)) * 1_000_003
      return .known(ExactDecimal(coefficient: coefficient, scale: 4))
    case 3: return .known(ExactDecimal(Int128(Int64.random(in: .min ... .max, using: &random))))
    case 4:
      // Numbers near those that stand for something else.
      let mark = Int128(Int32.min) + Int128.random(in: -2...70, using: &random)
      return .known(ExactDecimal(mark * 1000))
    case 5:
      let coefficient = Int128(Int.random(in: -9999...9999, using: &random))
      return .known(
        ExactDecimal(coefficient: coefficient, scale: .random(in: 0...9, using: &random)))
    default: return .known(ExactDecimal(Int128(Int.random(in: 0...99_999, using: &random)) * 1000))
    }
  }

  private static func column(_ values: [ObservedValue?]) -> ValueColumn {
    var column = ValueColumn()
    for (row, value) in values.enumerated() {
      if let value { column.set(row, value) }
    }
    return column
  }

  private static func anyValues(using random: inout SeededGenerator) -> [ObservedValue?] {
    // Some columns hold plain numbers only.
    let isPlain = Bool.random(using: &random)
    return (0..<Int.random(in: 0...40, using: &random)).map { _ in
      if Int.random(in: 0..<8, using: &random) == 0 { return nil }
      if isPlain {
        return .known(ExactDecimal(Int128(Int.random(in: 1...999, using: &random)) * 1000))
      }
      return anyValue(using: &random)
    }
  }

  @Test func appendedColumnsHoldWhatEachHeld() {
    var random = SeededGenerator(seed: 21)
    for _ in 0..<300 {
      var (all, column) = ([ObservedValue?](), ValueColumn())
      for _ in 0..<3 {
        let values = Self.anyValues(using: &random)
        column.append(Self.column(values), at: all.count)
        all += values
      }
      #expect(all.indices.map { column.value($0) } == all)
    }
  }

  @Test func sumsAreThoseOfTheValues() throws {
    var random = SeededGenerator(seed: 22)
    for _ in 0..<200 {
      // Runs of rows that all have a value are added in another way.
      let run = Bool.random(using: &random) ? 600 : 0
      let values =
        (0..<run).map { ObservedValue.known(ExactDecimal(Int128($0))) }
        + Self.anyValues(using: &random)
      let groups = values.map { _ in Int32.random(in: -1...2, using: &random) }
      let sums = Self.column(values).sums(RowGroups(groups, count: 3))
      for group in 0...2 {
        let own = zip(values, groups).filter { $0.1 == group }.compactMap(\.0)
        let known = own.compactMap(\.known)
        #expect(sums.known[group] == known.count)
        #expect(sums.missing[group] == own.count - known.count)
        let wanted = try known.reduce(Ratio.zero) { try $0.adding(Ratio($1)) }
        let others = sums.others.filter { $0.place == group }.map(\.value)
        let power = Int128.powerOfTen(abs(sums.exponent))
        let counted =
          try sums.exponent < 0
          ? Ratio(Int128(sums.counts[group]), over: power)
          : Ratio(Int128(sums.counts[group])).multiplied(by: Ratio(power))
        #expect(try others.reduce(counted) { try $0.adding(Ratio($1)) } == wanted)
      }
    }
  }

  @Test func countsThoseThatReachAValue() throws {
    var random = SeededGenerator(seed: 24)
    for _ in 0..<200 {
      let values = Self.anyValues(using: &random)
      let groups = values.map { _ in Int32.random(in: -1...2, using: &random) }
      let known = values.compactMap(\.?.known)
      let minimum = known.randomElement(using: &random) ?? ExactDecimal(500)
      let reaching = Self.column(values).countReaching(minimum, RowGroups(groups, count: 3))
      for group in 0...2 {
        let own = zip(values, groups).filter { $0.1 == group }.compactMap { $0.0?.known }
        #expect(reaching[group] == own.count { Ratio($0) >= Ratio(minimum) })
      }
    }
  }

  @Test func numbersAreTheNearestToTheValues() {
    var random = SeededGenerator(seed: 23)
    for _ in 0..<200 {
      let values = Self.anyValues(using: &random)
      let column = Self.column(values)
      // Rows that follow one another are filled in another way.
      let first = Int32.random(in: 0..<40, using: &random)
      let rows =
        Bool.random(using: &random)
        ? (0..<20).map { _ in Int32.random(in: -1..<50, using: &random) }
        : Array(first..<first + 20)
      var blocks = [SIMD8<Float>](repeating: .zero, count: 3)
      column.fill(&blocks, rows: rows[...])
      var filled = [Double](repeating: 0, count: rows.count)
      column.fill(&filled, rows: rows[...])
      for (row, number) in zip(rows, filled) {
        let value = values.indices.contains(Int(row)) ? values[Int(row)]?.known : nil
        let nearest = value.map { Double($0.description) ?? .nan } ?? .nan
        #expect(number.isNaN == nearest.isNaN)
        #expect(number.isNaN || abs(number - nearest) <= abs(nearest) * 0x1p-50)
        #expect(column.double(Int(row)).bitPattern == number.bitPattern || number.isNaN)
      }
      for (index, number) in filled.enumerated() {
        let float = blocks[index / 8][index % 8]
        #expect(float.isNaN == number.isNaN)
        #expect(float.isNaN || abs(Double(float) - number) <= abs(number) * 0x1p-22)
      }
    }
  }
}

extension ObservedValue {
  fileprivate var known: ExactDecimal? {
    if case .known(let value) = self { value } else { nil }
  }
}

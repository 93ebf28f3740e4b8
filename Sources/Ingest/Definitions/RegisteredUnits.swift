// SPDX-License-Identifier: Apache-2.0
import Statistics

/// The units of the register, each known by its position: its place in the file, counted from 0.
///
/// There may be a million, so what is said of them lies in columns, and each text and each set of
/// flags that several share is kept once.
package struct RegisteredUnits: Sendable {
  /// What the register says of its units under one heading, such as their size class.
  struct Attribute: Sendable {
    let id: String
    /// `nil` where it says nothing.
    var values = InternedTexts()
  }

  /// By position.
  package private(set) var keys: [UnitCode] = []
  private(set) var codeTexts = CodeTexts()
  private var positions: [UnitCode: Int32] = [:]
  private var names = TextPool()
  private let classes: ClassNumbers?
  /// The class by its number, see `ClassNumbers`; −1 for none.
  private(set) var industries: [Int16] = []
  private(set) var stays = Interned<Register.Stay>(first: .always)
  private(set) var flagSets = Interned<Register.FlagSet>()
  private(set) var attributes: [Attribute]

  /// - Parameters:
  ///   - classes: `nil` where the classification has errors.
  ///   - attributes: their ids.
  ///   - expected: roughly how many units there will be.
  init(classes: ClassNumbers?, attributes: [String], expected: Int) {
    self.classes = classes
    positions.reserveCapacity(expected)
    self.attributes = attributes.map { Attribute(id: $0) }
  }

  // MARK: - Adding

  /// - Parameters:
  ///   - text: the code as the register writes it, ASCII.
  ///   - name: its bytes, UTF-8.
  /// - Returns: `false` where the code has been added before; both stay.
  mutating func add(
    _ code: UnitCode, text: ArraySlice<UInt8>, name: ArraySlice<UInt8>, industry: Int16,
    stay: Register.Stay,
    flags: Register.FlagSet
  ) -> Bool {
    let isNew =
      positions.updateValue(Int32(truncatingIfNeeded: keys.count), forKey: code) == nil
    keys.append(code)
    codeTexts.append(text)
    names.append(name)
    industries.append(industry)
    stays.append(stay)
    flagSets.append(flags)
    return isNew
  }

  /// Says an attribute of the unit that was added last.
  ///
  /// - Parameter value: its bytes, UTF-8; none where the register says nothing.
  mutating func add(_ value: ArraySlice<UInt8>, toAttribute index: Int) {
    attributes[index].values.append(value)
  }

  // MARK: - Reading

  package var count: Int { keys.count }

  /// By position.
  var values: some Sequence<Register.Unit> { keys.indices.lazy.map(unit(at:)) }

  func position(of code: UnitCode) -> Int32? { positions[code] }

  package subscript(code: UnitCode) -> Register.Unit? {
    positions[code].map { unit(at: Int($0)) }
  }

  func unit(at position: Int) -> Register.Unit {
    Register.Unit(
      name: name(position), industry: industry(position),
      community: attribute(RegisterLayout.community, position), stay: stays[position],
      flags: flagSets[position])
  }

  func name(_ position: Int) -> String { names[position] }

  /// The class; empty where it is not known.
  func industry(_ position: Int) -> String {
    let number = Int(industries[position])
    return number < 0 ? "" : classes?.classes[number] ?? ""
  }

  /// `nil` also where the register has no such attribute.
  func attribute(_ id: String, _ position: Int) -> String? {
    attributes.first { $0.id == id }?.values[position]
  }

  /// `nil` where the unit is always in the population.
  @inline(__always)
  func limitedStay(_ position: Int) -> Register.Stay? {
    let number = stays.numbers[position]
    return number == 0 ? nil : stays.known[Int(number)]
  }
}

extension RegisteredUnits: Equatable {
  /// Whether both say the same of the same units, in whatever order.
  package static func == (left: RegisteredUnits, right: RegisteredUnits) -> Bool {
    left.positions.count == right.positions.count
      && left.positions.keys.allSatisfy { left[$0] == right[$0] }
  }
}

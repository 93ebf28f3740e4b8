// SPDX-License-Identifier: Apache-2.0

/// The ids of the dimensions, measures and attributes that a message names, each with a number in
/// the order found.
///
/// Most elements name the same components in the same order, so the one that followed last time is
/// tried first, and an id is rarely looked up.
final class SDMXComponents {
  static let timePeriod = 0
  static let primaryMeasure = 1

  @exclusivity(unchecked) private var table: SDMXComponentTable

  init(limits: TableLimits) { table = SDMXComponentTable(limits: limits) }

  /// In the order of their numbers.
  var ids: [String] { table.ids }

  /// Names belong to one parser.
  func forgetNames() { table.forgetNames() }

  /// The component whose id is an XML attribute's name.
  func number(of name: XMLName) throws(TableProblem) -> Int { try table.number(of: name) }

  /// The component whose id is an XML attribute's value.
  func number(of id: UnsafeBufferPointer<UInt8>) throws(TableProblem) -> Int {
    try table.number(of: id)
  }

  func number(ofID id: String) throws(TableProblem) -> Int { try table.number(ofID: id) }
}

/// What `SDMXComponents` holds: a value, so that one access to it is one check.
private struct SDMXComponentTable {
  private(set) var ids: [String] = []
  private var bytes: [[UInt8]] = []
  private var names: [XMLName?] = []
  private var numbers: [String: Int] = [:]
  private var numbersByName: [XMLName: Int] = [:]
  private var following: [Int] = []
  private var last = 0
  private let limits: TableLimits

  init(limits: TableLimits) {
    self.limits = limits
    for id in ["TIME_PERIOD", "OBS_VALUE"] { add(id) }
  }

  mutating func forgetNames() {
    names = names.map { _ in nil }
    numbersByName = [:]
  }

  mutating func number(of name: XMLName) throws(TableProblem) -> Int {
    let guess = following[last]
    if guess >= 0, names[guess] == name {
      last = guess
      return guess
    }
    let number: Int
    if let known = numbersByName[name] {
      number = known
    } else {
      number = try self.number(ofID: name.text)
      numbersByName[name] = number
      names[number] = name
    }
    follow(with: number)
    return number
  }

  mutating func number(of id: UnsafeBufferPointer<UInt8>) throws(TableProblem) -> Int {
    let guess = following[last]
    if guess >= 0, bytes[guess].count == id.count, bytes[guess].elementsEqual(id) {
      last = guess
      return guess
    }
    let number = try self.number(ofID: String(decoding: id, as: UTF8.self))
    follow(with: number)
    return number
  }

  mutating func number(ofID id: String) throws(TableProblem) -> Int {
    if let known = numbers[id] { return known }
    if ids.count >= limits.columns { throw .limit("columns", limits.columns) }
    return add(id)
  }

  @discardableResult
  private mutating func add(_ id: String) -> Int {
    let number = ids.count
    ids.append(id)
    bytes.append(Array(id.utf8))
    names.append(nil)
    following.append(-1)
    numbers[id] = number
    return number
  }

  private mutating func follow(with number: Int) {
    following[last] = number
    last = number
  }
}

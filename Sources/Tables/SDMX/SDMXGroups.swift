// SPDX-License-Identifier: Apache-2.0

/// Attributes that belong to all observations with certain dimension values, kept compactly and
/// found by these values.
struct SDMXGroups {
  /// The groups whose keys are values of the same dimensions.
  struct Kind {
    /// Components, in ascending order; none for attributes of the whole data set.
    let key: [Int]
    fileprivate(set) var count = 0
    /// A hash table of group numbers, -1 for none. Its size is a power of two.
    fileprivate var places: [Int32] = []
  }

  private struct Group {
    let start: Int
    var end: Int
    /// A group without a key has observations that only its data structure names.
    let mayLackKey: Bool
    /// The next group with the same key; -1 for none.
    var next: Int32 = -1
    var hasObservations = false
  }

  /// A value in `bytes`, of which each group has several in a row.
  private struct Value {
    let component: Int
    let role: SDMXRole
    let bytes: Range<Int>
  }

  private static let headBytes = 9

  private var bytes: [UInt8] = []
  private var groups: [Group] = []
  /// Those with most dimensions first: they say more of an observation.
  private(set) var kinds: [Kind] = []
  private var isKey: [Bool] = []
  private let limits: TableLimits

  init(limits: TableLimits) { self.limits = limits }

  var count: Int { groups.count }

  /// How many groups have no observation.
  var unusedCount: Int { groups.count { !$0.hasObservations } }

  // MARK: - Gathering

  mutating func begin(mayLackKey: Bool) {
    groups.append(Group(start: bytes.count, end: bytes.count, mayLackKey: mayLackKey))
  }

  mutating func add(
    _ component: Int, _ role: SDMXRole, _ value: UnsafeBufferPointer<UInt8>
  ) throws(TableProblem) {
    let size = bytes.count + value.count + 64 * groups.count
    if size > limits.sharedTextBytes { throw .limit("sharedTextBytes", limits.sharedTextBytes) }
    append(component)
    append(value.count)
    bytes.append(role == .dimension ? 1 : role == .dimensionOrAttribute ? 2 : 0)
    bytes.append(contentsOf: value)
  }

  private mutating func append(_ number: Int) {
    for shift in [0, 8, 16, 24] { bytes.append(UInt8(truncatingIfNeeded: number >> shift)) }
  }

  mutating func end() {
    if let last = groups.indices.last { groups[last].end = bytes.count }
  }

  /// Forgets the group that was gathered last.
  mutating func dropLast() {
    guard let last = groups.popLast() else { return }
    bytes.removeLast(bytes.count - last.start)
  }

  // MARK: - Finding

  /// Makes the groups ready to be found.
  /// - Parameter isDimension: by component.
  mutating func index(isDimension: [Bool]) throws(TableProblem) {
    isKey = isDimension
    var kindsByKey: [[Int]: Int] = [:]
    var kindOfGroup: [Int] = []
    for group in groups {
      let key = values(of: group).filter(isKey(_:)).map(\.component).sorted()
      if key.isEmpty, !group.mayLackKey {
        kindOfGroup.append(-1)
        continue
      }
      if kindsByKey[key] == nil {
        if kinds.count == limits.groupKinds { throw .limit("groupKinds", limits.groupKinds) }
        kindsByKey[key] = kinds.count
        kinds.append(Kind(key: key))
      }
      let kind = kindsByKey[key] ?? 0
      kinds[kind].count += 1
      kindOfGroup.append(kind)
    }
    for kind in kinds.indices {
      let size = 1 << (Int.bitWidth - (2 * kinds[kind].count).leadingZeroBitCount)
      kinds[kind].places = [Int32](repeating: -1, count: size)
    }
    for (group, kind) in kindOfGroup.enumerated() where kind >= 0 { try enter(group, into: kind) }
    kinds.sort { $0.key.count > $1.key.count }
  }

  private mutating func enter(_ group: Int, into kind: Int) throws(TableProblem) {
    let key = values(of: groups[group]).filter(isKey(_:)).sorted { $0.component < $1.component }
    var hasher = Hasher()
    for value in key { combine(bytes[value.bytes], into: &hasher) }
    let mask = kinds[kind].places.count - 1
    var place = hasher.finalize() & mask
    while kinds[kind].places[place] >= 0 {
      let other = Int(kinds[kind].places[place])
      if hasKey(groups[other], key.map { bytes[$0.bytes] }, of: kinds[kind]) {
        try append(group, behind: other)
        return
      }
      place = (place + 1) & mask
    }
    kinds[kind].places[place] = Int32(truncatingIfNeeded: group)
  }

  private mutating func append(_ group: Int, behind first: Int) throws(TableProblem) {
    var last = first
    var length = 1
    while groups[last].next >= 0 {
      last = Int(groups[last].next)
      length += 1
    }
    if length == limits.groupKinds { throw .limit("groupKinds", limits.groupKinds) }
    groups[last].next = Int32(truncatingIfNeeded: group)
  }

  /// The attributes of the groups with a key, which then have an observation.
  /// - Parameter key: the values of the kind's dimensions, in its order.
  mutating func attributes(
    ofKey key: [ArraySlice<UInt8>], in kind: Int
  ) -> [(component: Int, value: ArraySlice<UInt8>)] {
    var hasher = Hasher()
    for value in key { combine(value, into: &hasher) }
    let mask = kinds[kind].places.count - 1
    var place = hasher.finalize() & mask
    while kinds[kind].places[place] >= 0 {
      let group = Int(kinds[kind].places[place])
      if hasKey(groups[group], key, of: kinds[kind]) { return attributes(from: group) }
      place = (place + 1) & mask
    }
    return []
  }

  private mutating func attributes(
    from first: Int
  ) -> [(component: Int, value: ArraySlice<UInt8>)] {
    var attributes: [(component: Int, value: ArraySlice<UInt8>)] = []
    var group = first
    while group >= 0 {
      groups[group].hasObservations = true
      for value in values(of: groups[group]) where !isKey(value) {
        attributes.append((value.component, bytes[value.bytes]))
      }
      group = Int(groups[group].next)
    }
    return attributes
  }

  private func hasKey(_ group: Group, _ key: [ArraySlice<UInt8>], of kind: Kind) -> Bool {
    values(of: group).allSatisfy { value in
      guard isKey(value), let index = kind.key.firstIndex(of: value.component) else { return true }
      return bytes[value.bytes] == key[index]
    }
  }

  private func combine(_ value: ArraySlice<UInt8>, into hasher: inout Hasher) {
    hasher.combine(value.count)
    value.withUnsafeBytes { hasher.combine(bytes: $0) }
  }

  private func isKey(_ value: Value) -> Bool {
    switch value.role {
    case .dimension: true
    case .dimensionOrAttribute: value.component < isKey.count && isKey[value.component]
    default: false
    }
  }

  private func values(of group: Group) -> [Value] {
    var values: [Value] = []
    var place = group.start
    while place + SDMXGroups.headBytes <= group.end {
      let start = place + SDMXGroups.headBytes
      let end = min(start + number(at: place + 4), group.end)
      let mark = bytes[place + 8]
      let role: SDMXRole =
        mark == 1 ? .dimension : mark == 2 ? .dimensionOrAttribute : .attribute
      values.append(Value(component: number(at: place), role: role, bytes: start..<end))
      place = end
    }
    return values
  }

  private func number(at place: Int) -> Int {
    (0..<4).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }
}

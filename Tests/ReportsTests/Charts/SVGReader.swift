// SPDX-License-Identifier: Apache-2.0

/// Reads an SVG as strictly as an XML reader, and places its elements.
struct SVGReader {
  struct Problem: Error { let text: String }

  struct Element {
    let name: String
    let attributes: [String: String]
    /// What `x`, `y` and path data have to be multiplied with and moved by.
    let scale: Double
    let offset: (x: Double, y: Double)
    /// Inside `<defs>`: drawn elsewhere.
    let isDefinition: Bool
    /// Its own or its parent's.
    let fontSize: Double
    let anchor: String
    var text = ""
  }

  private(set) var elements: [Element] = []
  private var open: [Int] = []
  private var rest: Substring

  init(_ svg: String) throws {
    rest = svg[...]
    while !rest.isEmpty {
      if rest.hasPrefix("</") {
        try close()
      } else if rest.hasPrefix("<") {
        try element()
      } else {
        try text()
      }
    }
    guard open.isEmpty, elements.first?.name == "svg" else { throw Problem(text: "not closed") }
  }

  subscript(name: String) -> [Element] { elements.filter { $0.name == name } }

  private mutating func close() throws {
    guard let end = rest.firstIndex(of: ">"), let last = open.popLast(),
      rest[..<end].dropFirst(2) == elements[last].name
    else { throw Problem(text: "end tag: \(rest.prefix(40))") }
    rest = rest[rest.index(after: end)...]
  }

  private mutating func text() throws {
    let run = rest.prefix { $0 != "<" }
    rest = rest[run.endIndex...]
    let plain = try unescaped(run)
    guard let last = open.last else {
      guard plain == "\n" else { throw Problem(text: "text outside") }
      return
    }
    elements[last].text += plain
  }

  private mutating func element() throws {
    rest.removeFirst()
    let name = String(rest.prefix { $0.isASCII && $0.isLetter })
    rest = rest.dropFirst(name.count)
    var attributes: [String: String] = [:]
    while rest.hasPrefix(" ") {
      rest.removeFirst()
      let key = String(rest.prefix { $0.isASCII && ($0.isLetter || "-:0123456789".contains($0)) })
      rest = rest.dropFirst(key.count)
      guard !name.isEmpty, !key.isEmpty, rest.hasPrefix("=\""), attributes[key] == nil,
        let end = rest.dropFirst(2).firstIndex(of: "\"")
      else { throw Problem(text: "attribute: \(name) \(key) \(rest.prefix(40))") }
      attributes[key] = try unescaped(rest.dropFirst(2)[..<end])
      rest = rest[rest.index(after: end)...]
    }
    append(name, attributes)
    if rest.hasPrefix("/>") {
      rest = rest.dropFirst(2)
    } else if rest.hasPrefix(">") {
      rest = rest.dropFirst()
      open.append(elements.count - 1)
    } else {
      throw Problem(text: "tag: \(name) \(rest.prefix(40))")
    }
  }

  private mutating func append(_ name: String, _ attributes: [String: String]) {
    let parent = open.last.map { elements[$0] }
    var scale = parent?.scale ?? 1
    var offset: (x: Double, y: Double) = parent?.offset ?? (x: 0, y: 0)
    let numbers = (attributes["transform"] ?? "").split { !"0123456789.-".contains($0) }
      .compactMap { Double($0) }
    switch numbers.count {
    case 1: scale *= numbers[0]
    case 2: offset = (offset.x + numbers[0] * scale, offset.y + numbers[1] * scale)
    default: break
    }
    elements.append(
      Element(
        name: name, attributes: attributes, scale: scale, offset: offset,
        isDefinition: name == "defs" || parent?.isDefinition ?? false,
        fontSize: attributes["font-size"].flatMap { Double($0) } ?? parent?.fontSize ?? 12,
        anchor: attributes["text-anchor"] ?? parent?.anchor ?? "start"))
  }

  private func unescaped(_ text: Substring) throws -> String {
    var result = ""
    var rest = text
    while let first = rest.first {
      guard first == "&" else {
        for scalar in first.unicodeScalars
        where scalar.value < 0x20 && scalar != "\n" || scalar == "<" || scalar.value == 0xFFFE {
          throw Problem(text: "character \(scalar.value)")
        }
        result.append(first)
        rest.removeFirst()
        continue
      }
      let entities = ["&lt;": "<", "&gt;": ">", "&amp;": "&", "&quot;": "\"", "&#39;": "'"]
      guard let entity = entities.first(where: { rest.hasPrefix($0.key) }) else {
        throw Problem(text: "entity: \(rest.prefix(10))")
      }
      result += entity.value
      rest = rest.dropFirst(entity.key.count)
    }
    return result
  }
}

extension SVGReader.Element {
  /// The points that its path data goes through.
  var points: [(x: Double, y: Double)] {
    var (x, y) = (0.0, 0.0)
    var points: [(x: Double, y: Double)] = []
    for (command, numbers) in pathCommands {
      let size = ["H": 1, "V": 1, "A": 7, "Z": 0][command.uppercased()] ?? 2
      var rest = numbers[...]
      repeat {
        let part = Array(rest.prefix(size))
        rest = rest.dropFirst(size)
        let isRelative = command.isLowercase
        let (baseX, baseY) = isRelative ? (x, y) : (0, 0)
        switch command.uppercased() {
        case "H": x = baseX + part[0]
        case "V": y = baseY + part[0]
        case "Z": break
        default: (x, y) = (baseX + part[size - 2], baseY + part[size - 1])
        }
        points.append((x * scale + offset.x, y * scale + offset.y))
      } while !rest.isEmpty
    }
    return points
  }

  private var pathCommands: [(command: Character, numbers: [Double])] {
    var commands: [(command: Character, numbers: [Double])] = []
    var number = ""
    func finish() {
      if let value = Double(number), !commands.isEmpty {
        commands[commands.count - 1].numbers.append(value)
      }
      number = ""
    }
    for character in attributes["d"] ?? "" {
      if character.isLetter {
        finish()
        commands.append((character, []))
      } else if character == " " {
        finish()
      } else {
        if character == "-" || character == "." && number.contains(".") { finish() }
        number.append(character)
      }
    }
    finish()
    return commands
  }
}

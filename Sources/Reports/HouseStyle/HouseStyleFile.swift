// SPDX-License-Identifier: Apache-2.0
import Statistics
import Yams

/// Reads `Templates/style.yml`, strictly: every key is known, and no value can leave the place that
/// it has in the style sheet.
struct HouseStyleFile {
  static let name = "style.yml"

  private(set) var style = HouseStyle()
  private(set) var findings: [Finding] = []
  private let images: [String: [UInt8]]
  /// Where a colour was set, by scheme and name.
  private var places: [ColourScheme: [String: Location]] = [:]

  /// - Parameter images: the pictures in `Templates/` by file name.
  init(_ text: String, images: [String: [UInt8]]) {
    self.images = images
    do {
      guard let root = try Yams.compose(yaml: text) else { return }
      read(root)
    } catch let error as YamlError {
      findings.append(.syntax(error, in: Templates.folder + Self.name))
    } catch {
      refuse(nil, "YAML")
    }
    checkContrast()
  }

  private mutating func read(_ root: Node) {
    // A file of comments alone is a scalar of nothing.
    if root.null != nil { return }
    for (key, node) in pairs(root, ["colours", "fonts", "logo"]) {
      switch key {
      case "colours": readColours(node)
      case "fonts": readFonts(node)
      default: readLogo(node)
      }
    }
  }

  // MARK: - Colours

  private mutating func readColours(_ node: Node) {
    for (key, scheme) in pairs(node, ColourScheme.allCases.map(\.rawValue)) {
      guard let name = ColourScheme(rawValue: key) else { continue }
      for (property, value) in pairs(scheme, ColourScheme.names + ["series"]) {
        if property == "series" {
          readSeries(value, name)
        } else {
          readColour(value, property, name)
        }
      }
    }
  }

  private mutating func readSeries(_ node: Node, _ scheme: ColourScheme) {
    guard let list = node.sequence, list.count == ColourScheme.series.count else {
      return refuse(node, "a list of five colours, the total's first")
    }
    for (name, value) in zip(ColourScheme.series, list) { readColour(value, name, scheme) }
  }

  private mutating func readColour(_ node: Node, _ name: String, _ scheme: ColourScheme) {
    // Without quotation marks YAML takes it for a comment.
    guard let colour = node.scalar.flatMap({ Colour($0.string) }) else {
      return refuse(node, "a colour in quotation marks, such as \"#0b4f7a\"")
    }
    style.colours[scheme, default: [:]][name] = colour
    places[scheme, default: [:]][name] = location(of: node)
  }

  /// Of pairs that the office changed: the built-in ones have what they need.
  private mutating func checkContrast() {
    for scheme in ColourScheme.allCases {
      for (foreground, background, least) in ColourScheme.pairs {
        guard let place = places[scheme]?[foreground] ?? places[scheme]?[background],
          let front = style.colour(foreground, scheme), let back = style.colour(background, scheme)
        else { continue }
        let contrast = front.contrast(with: back)
        guard contrast < least else { continue }
        findings.append(
          Finding(
            .lowContrast, at: place, raw: front.css,
            [
              "scheme": scheme.rawValue, "foreground": foreground, "background": background,
              "contrast": Self.tenths(contrast), "least": Self.tenths(least),
            ]))
      }
    }
  }

  private static func tenths(_ number: Int) -> String { "\(number / 10).\(number % 10)" }

  // MARK: - Fonts

  private mutating func readFonts(_ node: Node) {
    for (place, languages) in pairs(node, ["screen", "print"]) {
      for (tag, names) in pairs(languages, Language.allCases.map(\.rawValue)) {
        guard let language = Language(rawValue: tag), let families = families(names) else {
          continue
        }
        style.fonts[.init(isPrint: place == "print", language: language)] = families
      }
    }
  }

  private mutating func families(_ node: Node) -> [String]? {
    let names = (node.sequence.map(Array.init) ?? [node]).map { $0.scalar?.string ?? "" }
    guard (1...12).contains(names.count), names.allSatisfy(Self.isFamily) else {
      refuse(node, "up to 12 names of fonts, of letters, digits, blanks and hyphens")
      return nil
    }
    return names
  }

  private static func isFamily(_ name: String) -> Bool {
    (1...64).contains(name.unicodeScalars.count)
      && name.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == " " || $0 == "-"
      }
  }

  // MARK: - Logo

  private mutating func readLogo(_ node: Node) {
    guard let name = node.scalar?.string, !name.isEmpty else {
      return refuse(node, "the name of an SVG or PNG file in Templates/")
    }
    guard let bytes = images[name] else {
      findings.append(.unknown(.unknownName, name, among: images.keys, at: location(of: node)))
      return
    }
    do throws(Logo.Refusal) {
      style.logo = try Logo.address(bytes, named: name)
    } catch {
      refuse(node, error.expected)
    }
  }

  // MARK: - Nodes

  /// The known keys with their values; each other is found.
  private mutating func pairs(_ node: Node, _ known: [String]) -> [(String, Node)] {
    guard let mapping = node.mapping else {
      refuse(node, known.joined(separator: ", "))
      return []
    }
    return mapping.compactMap { key, value in
      let name = key.string ?? ""
      guard !known.contains(name) else { return (name, value) }
      findings.append(.unknown(.unknownKey, name, among: known, at: location(of: key)))
      return nil
    }
  }

  private mutating func refuse(_ node: Node?, _ expected: String) {
    findings.append(
      Finding(
        .badDefinition, at: location(of: node), raw: node?.scalar?.string, ["expected": expected]))
  }

  private func location(of node: Node?) -> Location {
    Location(
      file: Templates.folder + Self.name, column: node?.mark?.column, line: node?.mark?.line)
  }
}

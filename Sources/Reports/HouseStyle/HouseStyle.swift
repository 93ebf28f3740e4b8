// SPDX-License-Identifier: Apache-2.0
import Statistics

/// An office's colours, fonts and logo (`Templates/style.yml`). What it does not name stays as
/// `report.css` has it.
struct HouseStyle: Hashable, Sendable {
  /// Where a list of fonts is for.
  struct FontPlace: Hashable, Sendable {
    let isPrint: Bool
    let language: Language
  }

  /// By scheme and name.
  var colours: [ColourScheme: [String: Colour]] = [:]
  /// Names of font families, checked.
  var fonts: [FontPlace: [String]] = [:]
  /// As an address that holds the picture itself: `data:image/png;base64,…`.
  var logo: String?

  /// A scheme's colour, the office's or else the built-in one.
  func colour(_ name: String, _ scheme: ColourScheme) -> Colour? {
    colours[scheme]?[name] ?? scheme.builtIn[name].flatMap(Colour.init)
  }

  /// What comes behind `report.css`, which it leaves as it is on paper but for charts.
  var css: String {
    var blocks: [String] = []
    for scheme in ColourScheme.allCases {
      let media = scheme == .light ? "screen" : "screen and (prefers-color-scheme: dark)"
      blocks += rule(media, ":root", properties(scheme, ColourScheme.names + ColourScheme.series))
    }
    // Ink is black; the other series have their colour on paper too.
    blocks += rule("print", ":root", properties(.light, Array(ColourScheme.series.dropFirst())))
    for place in fontPlaces {
      let families =
        (fonts[place] ?? []).map { "\"\($0)\"" } + [place.isPrint ? "serif" : "sans-serif"]
      blocks += rule(
        place.isPrint ? "print" : "screen", "body:lang(\(place.language.rawValue))",
        ["font-family: " + families.joined(separator: ", ")])
    }
    return blocks.joined()
  }

  /// Sorted, so that the sheet is the same each time.
  private var fontPlaces: [FontPlace] {
    let all = [false, true].flatMap { isPrint in
      Language.allCases.map { FontPlace(isPrint: isPrint, language: $0) }
    }
    return all.filter { fonts[$0] != nil }
  }

  private func properties(_ scheme: ColourScheme, _ names: [String]) -> [String] {
    names.compactMap { name in colours[scheme]?[name].map { "--\(name): \($0.css)" } }
  }

  private func rule(_ media: String, _ selector: String, _ properties: [String]) -> [String] {
    guard !properties.isEmpty else { return [] }
    return ["@media \(media) { \(selector) { \(properties.joined(separator: "; ")); } }\n"]
  }

  /// The colours of charts in files of their own.
  var chartPalette: ChartPalette {
    let file = ChartPalette.file
    func css(_ name: String) -> String { colour(name, .light)?.css ?? "#000000" }
    return ChartPalette(
      text: css("text"), muted: css("muted"), grid: css("hair"), paper: css("page"),
      background: css("page"), series: ColourScheme.series.map(css), alarm: css("alarm"),
      font: file.font)
  }

  /// The partial `logo.html`.
  var logoPartial: String {
    logo.map { "<img class=\"logo\" src=\"\($0)\" alt=\"{{office}}\">\n" } ?? ""
  }
}

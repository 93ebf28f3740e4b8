// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `yuebao figures` where golden cases do not reach.
@Suite struct FiguresTests {
  private struct Document: Decodable {
    struct Figure: Decodable {
      let name: String
      let sector: String
      let measure: String
      let period: String
      let value: String?
    }
    let area: String
    let figures: [Figure]
  }

  private struct Observations: Decodable {
    struct Observation: Decodable {
      let sector: String
      let measure: String
      let period: String
      let value: String?
      let unitOfMeasure: String

      enum CodingKeys: String, CodingKey {
        case sector, measure, period, value
        case unitOfMeasure = "unit_of_measure"
      }
    }
    let observations: [Observation]
  }

  /// The workspace of the worked example, with the layout for what `sdmx-csv` prints.
  private func workspace() throws -> WorkFolder {
    let folder = try WorkFolder()
    try folder.overlay(Repository.root.appendingPathComponent("Examples/worked"))
    let page = try String(
      contentsOf: Repository.root.appendingPathComponent("Documentation/SDMX.md"), encoding: .utf8)
    let layout = try #require(page.split(separator: "```yaml\n").dropFirst().first)
    let text = try #require(layout.split(separator: "```").first)
    try folder.write(String(text), to: "Input/layouts/yuebao-figures.yml")
    return folder
  }

  private func json<Value: Decodable>(
    _ arguments: [String], in folder: WorkFolder, as type: Value.Type = Value.self
  ) throws -> Value {
    let result = try Program.run(arguments + ["--format", "json"], in: folder.url)
    try #require(result.status == 0, "\(result.errors)")
    return try JSONDecoder().decode(Value.self, from: Data(result.output.utf8))
  }

  private static let chosen = [
    "--period", "2021-01..02...2021-05", "--indicator", "value_added", "--sector",
    "total,computers", "--basis", "ytd", "--measure", "level,yoy",
  ]

  /// What is printed as SDMX-CSV is read with the documented layout as the same values.
  @Test func sdmxIsReadBackAsTheSameValues() throws {
    let folder = try workspace()
    let figures: Document = try json(["figures"] + Self.chosen, in: folder)
    let printed = try Program.run(
      ["figures"] + Self.chosen + ["--format", "sdmx-csv"], in: folder.url)
    try folder.write(printed.output, to: "figures.csv")
    let read: Observations = try json(["table", "figures.csv", "--observations"], in: folder)
    #expect(read.observations.count == figures.figures.count && !figures.figures.isEmpty)
    for figure in figures.figures {
      let observation = try #require(
        read.observations.first {
          ($0.sector, $0.measure, $0.period) == (figure.sector, figure.measure, figure.period)
        }, "\(figure.name)")
      // A table's value as it states it, in the base unit: 亿元 are 10⁸ 元.
      let value = try #require(figure.value.flatMap { exact($0) })
      let scaled = figure.measure == "level" ? value * 100_000_000 : value
      let back = try #require(observation.value.flatMap { Decimal(string: $0) })
      #expect(abs(scaled - back) <= Decimal(string: "0.000000000000001") ?? 0, "\(figure.name)")
      #expect(observation.unitOfMeasure == (figure.measure == "level" ? "元" : "%"))
    }
  }

  /// A decimal, or a fraction to 30 digits.
  private func exact(_ text: String) -> Decimal? {
    let parts = text.split(separator: "/").compactMap { Decimal(string: String($0)) }
    return parts.count == 2 ? parts[0] / parts[1] : parts.first
  }

  @Test func everyFormatHasTheSameFigures() throws {
    let folder = try workspace()
    let figures: Document = try json(["figures"], in: folder)
    for format in ["csv", "sdmx-csv", "text"] {
      let result = try Program.run(["figures", "--format", format], in: folder.url)
      #expect(result.status == 0)
      #expect(result.output.split(separator: "\n").count == figures.figures.count + 1, "\(format)")
    }
  }

  @Test func parametersMayBeRepeatedOrJoined() throws {
    let folder = try workspace()
    let joined = try Program.run(["figures", "--measure", "level,yoy"], in: folder.url)
    let repeated = try Program.run(
      ["figures", "--measure", "level", "--measure", "yoy"], in: folder.url)
    #expect(joined.output == repeated.output && joined.status == 0)
  }

  @Test(arguments: [
    (["--sector", "computer"], "Did you mean computers?"), (["--measure", "gap_citi"], "gap_city"),
    (["--by", "divisions"], "division"), (["--sector", "total/division=93"], "Did you mean"),
    (["--area", "cities"], "city"), (["--basis", "mont"], "month"), (["--top", "3"], "--sort"),
    (["--sector", "39", "--by", "group"], "part"),
    (["--sort", "yoy", "--measure", "yoy"], "--sort"),
    (["--sort", "yoy", "--top", "0"], "from 1"),
  ])
  func whatIsNotKnownIsRefused(arguments: [String], hint: String) throws {
    let folder = try workspace()
    let result = try Program.run(["figures"] + arguments, in: folder.url)
    #expect(result.status == 64)
    #expect(result.errors.contains(hint), "\(result.errors)")
  }

  @Test func anotherAreasFiguresAreWhatTablesState() throws {
    let document: Document = try json(
      ["figures", "--area", "city", "--measure", "level,yoy"], in: workspace())
    #expect(document.area == "city")
    #expect(document.figures.map(\.value) == ["2000", "15"])
  }
}

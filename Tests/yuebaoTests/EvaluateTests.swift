// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `yuebao evaluate` on the published schemes of `Examples/huangyan-evaluation`.
@Suite struct EvaluateTests {
  private static let example = Repository.root.appendingPathComponent(
    "Examples/huangyan-evaluation")

  private static func run(_ arguments: String..., in folder: URL = example) throws -> Program.Result
  {
    try Program.run(
      ["evaluate", "--workspace", folder.path] + arguments, in: Repository.root)
  }

  /// The rows of the tables in Documentation/Evaluation.md whose first cell is a unit: numbers as printed.
  private static let handComputed: [String: [String]] = {
    let page = Repository.root.appendingPathComponent("Documentation/Evaluation.md")
    let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
    let rows = text.split(separator: "\n").compactMap { line -> (String, [String])? in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard let first = cells.first, first.hasPrefix("XN"), cells.count > 3 else { return nil }
      return (first, Array(cells.dropFirst()))
    }
    return Dictionary(uniqueKeysWithValues: rows)
  }()

  private struct Document: Decodable {
    struct Number: Decodable { let rounded: String }
    struct Item: Decodable { let points: Number }
    struct Sheet: Decodable {
      let unit: String
      let place: Int?
      let score: Number?
      let `class`: String?
      let items: [Item]
    }
    let schema: String
    let audience: String
    let sheets: [Sheet]
  }

  @Test func thePageIsWhatTheProgramPrints() throws {
    let result = try Self.run("--scheme", "huangyan", "--year", "2022", "--format", "json")
    #expect(result.status == 0, "\(result.errors)")
    let document = try JSONDecoder().decode(Document.self, from: Data(result.output.utf8))
    #expect(document.schema == "yuebao.evaluation/1")
    #expect(document.audience == "internal")
    let assessed = document.sheets.filter { $0.score != nil }
    #expect(assessed.count == 7 && Self.handComputed.count == 7)
    for sheet in assessed {
      let printed =
        sheet.items.map(\.points.rounded) + [sheet.score?.rounded ?? "", String(sheet.place ?? 0)]
      #expect(Self.handComputed[sheet.unit] == printed, "\(sheet.unit)")
    }
  }

  @Test func classesAreByPlace() throws {
    let result = try Self.run("--scheme", "huaian", "--year", "2024", "--format", "json")
    let document = try JSONDecoder().decode(Document.self, from: Data(result.output.utf8))
    #expect(document.sheets.compactMap(\.class).joined() == "AABBBBCCCDTT")
  }

  @Test(arguments: ["text", "csv"]) func everyFormIsPrinted(format: String) throws {
    // The newest year with Huangyan's columns is 2022; 2023 and 2024 are Huai'an's.
    let result = try Self.run("--scheme", "huangyan", "--format", format)
    #expect(result.status == 0)
    #expect(result.output.contains("108.16"))
  }

  @Test func theTextSaysWhoseItIsAndThatItIsConfidential() throws {
    let result = try Self.run("--scheme", "huangyan", "--year", "2022", "--lang", "en")
    #expect(result.output.hasPrefix("internal and confidential"))
    #expect(result.output.contains("the scheme is that of Huangyan, Taizhou, Zhejiang"))
    #expect(result.output.contains("units and data are invented"))
  }

  @Test func oneOfSeveralSchemesMustBeNamed() throws {
    #expect(try Self.run().status == 64)
    #expect(try Self.run("--scheme", "huangian").errors.contains("huangyan"))
    #expect(try Self.run("--scheme", "huangyan", "--year", "1999").status == 66)
    #expect(try Self.run("--scheme", "huaian", "--year", "2023").status == 78)
  }

  /// A survey return among the data stops it, whatever the file is called.
  @Test func aReturnIsRefused() throws {
    let folder = try WorkFolder()
    let copy = folder.path("example")
    try FileManager.default.copyItem(at: Self.example, to: copy)
    let returns = Repository.root.appendingPathComponent(
      "Examples/worked/Input/returns/b204-1-2021-05.csv")
    try FileManager.default.copyItem(
      at: returns, to: copy.appendingPathComponent("Input/evaluation/2022/tax.csv"))
    let result = try Self.run("--scheme", "huangyan", "--year", "2022", in: copy)
    #expect(result.status == 65)
    #expect(result.errors.contains("Y2201"))
    #expect(result.output.isEmpty)
  }
}

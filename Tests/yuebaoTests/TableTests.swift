// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `yuebao table` where golden cases do not reach: pipes, full disks, sizes, every character.
@Suite struct TableTests {
  private struct Document: Decodable {
    struct Sheet: Decodable {
      let name: String?
      let visible: Bool
      let rows: [[String?]]
    }
    let file: String
    let format: String?
    let encoding: String?
    let sheets: [Sheet]
  }

  private func folder(_ text: String, as name: String = "a.csv") throws -> WorkFolder {
    let folder = try WorkFolder()
    try folder.write(text, to: name)
    return folder
  }

  private func rows(_ file: String, in folder: WorkFolder) throws -> [[String?]] {
    let result = try Program.run(["table", file, "--format", "json"], in: folder.url)
    #expect(result.status == 0, "\(result.errors)")
    let document = try JSONDecoder().decode(Document.self, from: Data(result.output.utf8))
    return try #require(document.sheets.first).rows
  }

  // MARK: - Where the file comes from

  @Test(arguments: [
    "$0 table --format csv - < a.csv", "cat a.csv | $0 table --format csv -",
    "cat a.csv | $0 table --format csv /dev/stdin", "$0 table --format csv <(cat a.csv)",
    "mkfifo p; cat a.csv > p & $0 table --format csv p",
    // `read` takes the first line and leaves the file standing behind it.
    "(read line; $0 table --format csv -) < b.csv",
  ])
  func whatComesThroughAPipeIsTheSame(line: String) throws {
    let folder = try folder("甲,乙\n1,2\n")
    try folder.write("首行\n甲,乙\n1,2\n", to: "b.csv")
    let result = try Program.run(line: line, in: folder.url)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output == "甲,乙\n1,2\n")
  }

  @Test func aPlaceForTheCopyThatIsMissingIsSaid() throws {
    let folder = try folder("甲,乙\n")
    let result = try Program.run(
      line: "cat a.csv | TMPDIR=$PWD/nowhere $0 table -", in: folder.url)
    #expect(result.status == 73)
    #expect(result.errors.contains("nowhere"))
  }

  @Test(arguments: ["nowhere.csv", ".", "a.csv/b"]) func whatIsNoFileIsNoInput(path: String) throws
  {
    let folder = try folder("甲\n")
    let result = try Program.run(["table", path], in: folder.url)
    #expect(result.status == 66)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(path))
  }

  @Test(arguments: ["text", "csv", "json"]) func aFullDiskIsSaid(format: String) throws {
    let folder = try folder("甲\n")
    let result = try Program.run(
      line: "$0 table a.csv --format \(format) > /dev/full", in: folder.url)
    #expect(result.status == 73)
  }

  @Test(arguments: [
    ["--encoding", "klingon"], ["--separator", ";;"], ["--separator", "\""], ["--rows", "0"],
    ["--rows", "5-3"], ["--rows", "1-99999999999999999999"], ["--sheet", "nowhere"],
    ["--sheet", "2"], ["--format", "xml"],
  ])
  func whatCannotBeMeantIsUsage(options: [String]) throws {
    let folder = try folder("甲\n")
    let result = try Program.run(["table", "a.csv"] + options, in: folder.url)
    #expect(result.status == 64)
    #expect(result.output.isEmpty)
  }

  // MARK: - What is printed

  /// Every character that CSV can hold arrives in the JSON, and none in the text acts on the
  /// terminal.
  @Test func everyCharacterIsShown() throws {
    let scalars = (1...0x10FFFF).filter { $0 < 0x3000 || $0 % 257 == 0 }
      .compactMap(Unicode.Scalar.init).filter { !"\n\r\t,;|\"".unicodeScalars.contains($0) }
    let cells = scalars.map { "x" + String($0) + "y" }
    let folder = try folder(cells.joined(separator: "\n") + "\n")
    #expect(try rows("a.csv", in: folder) == cells.map { [$0] })
    let text = try Program.run(["table", "a.csv"], in: folder.url).output
    let acting = text.unicodeScalars.filter {
      ($0.properties.generalCategory == .control && $0 != "\n") || $0 == "\u{202E}"
        || $0 == "\u{2028}" || $0 == "\u{200B}"
    }
    #expect(acting.isEmpty)
    #expect(text.split(separator: "\n").count == cells.count + 4)
  }

  /// A random grid, written as CSV by other hands, is the grid; what is printed as CSV reads back.
  @Test(arguments: 0..<8) func aGridComesBack(seed: Int) throws {
    var state = UInt64(seed) &* 0x9E37_79B9 &+ 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let texts = ["", "", "甲", "12.50", "-", "a,b", "\"引\"", "两\n行", "-3.5%", "x y", "０"]
    let grid = (0..<next(40) + 1).map { _ in
      (0..<next(6) + 1).map { _ in texts[next(texts.count)] }
    }
    let csv = grid.map { $0.map(quoted).joined(separator: ",") + "\n" }.joined()
    let folder = try folder("标题,a,b,c,d,e,f\n" + csv)
    let expected = trimmed([["标题", "a", "b", "c", "d", "e", "f"]] + grid)
    #expect(try rows("a.csv", in: folder) == expected)
    let printed = try Program.run(["table", "a.csv", "--format", "csv"], in: folder.url)
    try folder.write(printed.output, to: "b.csv")
    #expect(try rows("b.csv", in: folder) == expected)
  }

  private func quoted(_ text: String) -> String {
    text.contains { ",\"\n".contains($0) }
      ? "\"" + text.replacingOccurrences(of: "\"", with: "\"\"") + "\"" : text
  }

  private func trimmed(_ grid: [[String]]) -> [[String?]] {
    func dropped<T>(_ list: [T], _ isEmpty: (T) -> Bool) -> [T] {
      Array(list.reversed().drop(while: isEmpty).reversed())
    }
    return dropped(grid.map { row in dropped(row.map { $0.isEmpty ? nil : $0 }) { $0 == nil } }) {
      $0.isEmpty
    }
  }

  @Test func aLargeFileIsPrintedWholeAndAlignedWhereItCanBe() throws {
    let count = 30_000
    let lines = (1...count).map { "\($0),\($0 > 250 ? "较长的名称" : "短"),\($0).5" }
    let folder = try folder(lines.joined(separator: "\n"))
    let text = try Program.run(["table", "a.csv"], in: folder.url).output
    let printed = text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst(5)
    #expect(printed.count == count + 1)
    #expect(printed.first == "     1    1  短    1.5")
    #expect(printed.dropLast().last == " 30000  30000  较长的名称  30000.5")
    #expect(try rows("a.csv", in: folder).count == count)
  }

  @Test func aNamesControlCharactersDoNotReachTheTerminal() throws {
    let folder = try folder("甲\n", as: "\u{1B}[31m.csv")
    let text = try Program.run(["table", "\u{1B}[31m.csv"], in: folder.url)
    #expect(text.output.hasPrefix("文件：␛[31m.csv\n"))
    let absent = try Program.run(["table", "\u{1B}[32m.csv"], in: folder.url)
    #expect(!absent.errors.contains("\u{1B}"))
  }

  /// Behind the rows that are asked for, nothing is looked at.
  @Test func aFaultBehindTheWantedRowsIsNotMet() throws {
    let folder = try WorkFolder()
    try Data("甲\n乙\n".utf8 + [UInt8](repeating: 10, count: 3 << 20) + [0xFF, 0xFF, 10])
      .write(to: folder.path("a.csv"))
    let part = try Program.run(
      ["table", "a.csv", "--rows", "1-1", "--format", "csv"], in: folder.url)
    #expect(part.status == 0)
    #expect(part.output == "甲\n")
    #expect(try Program.run(["table", "a.csv"], in: folder.url).status == 65)
  }
}

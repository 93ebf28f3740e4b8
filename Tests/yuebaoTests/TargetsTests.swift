// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// `yuebao targets` on the committed plan of 64 targets, and on the second plan in Examples/.
@Suite struct TargetsTests {
  private static func rows(_ arguments: String...) throws -> [[String: String]] {
    let result = try Program.run(
      ["targets", "--workspace", Repository.root.path, "--format", "csv", "-q"] + arguments,
      in: Repository.root)
    #expect(result.status == 0, "\(result.errors)")
    let lines = result.output.split(separator: "\n").map { fields(String($0)) }
    let head = try #require(lines.first)
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(head, $0)) }
  }

  /// Of a line of CSV with quoted fields.
  private static func fields(_ line: String) -> [String] {
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }

  @Test(arguments: ["2020-05", "2021-05", "2022-12"]) func everyRowShowsAState(
    period: String
  ) throws {
    let rows = try Self.rows("--period", period)
    #expect(rows.count == 64)
    for row in rows {
      let isThere = row["value"] != "" || row["state"] != ""
      #expect(isThere == (row["source"] != "missing"), "\(row)")
      #expect(row["light"] == "none" || isThere, "\(row)")
      #expect(row["light_word"] != "")
    }
  }

  /// 一、发展目标: what follows from returns is the figure itself.
  @Test func theValuesAreTheFiguresToTheDigit() throws {
    let result = try Program.run(
      ["figures", "--workspace", Repository.root.path, "--period", "2021-05", "--format", "csv"],
      in: Repository.root)
    let figures = result.output.split(separator: "\n").map { Self.fields(String($0)) }
    let head = try #require(figures.first)
    let value = try #require(head.firstIndex(of: "value"))
    let values = Dictionary(uniqueKeysWithValues: figures.dropFirst().map { ($0[0], $0[value]) })
    let rows = try Self.rows("--period", "2021-05", "--kind", "level", "--kind", "share")
    for id in ["G01", "G02", "G03", "G04", "G05"] {
      let row = try #require(rows.first { $0["id"] == id })
      #expect(row["source"] == "figure" && row["value"] != "")
      #expect(values[row["figure"] ?? ""] == row["value"])
    }
  }

  @Test func filtersNarrowTheRows() throws {
    let all = try Self.rows("--period", "2021-05")
    let red = try Self.rows("--period", "2021-05", "--light", "red", "--light", "yellow")
    #expect(
      red.map { $0["id"] }
        == all.filter { ["red", "yellow"].contains($0["light"]) }.map { $0["id"] })
    let task = try Self.rows("--period", "2021-05", "--task", "14")
    #expect(task.map { $0["id"] } == ["K14a", "K14b", "K14c"])
    // 工信科 is another name of 工业信息科技局.
    let department = try Self.rows("--period", "2021-05", "--department", "工信科")
    #expect(department.allSatisfy { $0["departments"]?.contains("工业信息科技局") ?? false })
    #expect(department.count > 10)
  }

  @Test func communitiesHaveTheFiguresOfTheTargetsSectors() throws {
    let rows = try Self.rows("--period", "2021-05", "--show", "communities")
    #expect(Set(rows.map { $0["sector"] }).isSuperset(of: ["total", "smart_equipment"]))
    #expect(Set(rows.map { $0["community"] }).count > 10)
  }

  @Test func anotherPlanIsAssessedWithoutCode() throws {
    let plan = Repository.root.appendingPathComponent("Examples/shanghai-plan")
    let result = try Program.run(
      ["targets", "--workspace", plan.path, "--format", "json"], in: Repository.root)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("\"schema\" : \"yuebao.targets/1\""))
  }
}

// SPDX-License-Identifier: Apache-2.0
import Statistics
import Testing

@testable import Ingest

/// The definitions that this repository ships.
@Suite struct RepositoryTests {
  private static let loaded = Definitions.load(from: Repository())

  @Test func definitionsHaveNoError() throws {
    #expect(Self.loaded.findings == [])
    let definitions = try #require(Self.loaded.0)
    #expect(definitions.layouts.count == 11)
    #expect(definitions.register != nil)
  }

  /// 高技术产业（制造业）分类（2017）: 85 classes; GB/T 4754-2017 divisions 39 and 38 (methods.md §6).
  @Test(arguments: [("high_tech", 85), ("electronics", 36), ("electrical_machinery", 38)])
  func aSectorHasItsClasses(id: String, count: Int) throws {
    let sector = try #require(Self.loaded.0?.sectors.first { $0.id == id })
    guard case .classes(let classes) = sector.definition else {
      Issue.record("\(id) is not defined by classes")
      return
    }
    #expect(classes.count == count)
  }

  @Test func theAssumedSectorIsLabelledSo() throws {
    let sectors = try #require(Self.loaded.0?.sectors)
    #expect(sectors.filter { $0.standing == .assumed }.map(\.id) == ["advanced"])
  }

  @Test func thePlanIsWhole() throws {
    let plan = try #require(Self.loaded.0?.plan)
    #expect(plan.targets.count == 64 && plan.tasks.count == 17)
    // 15 departments, and the communities together.
    #expect(plan.departments.count == 16)
    #expect((plan.baseYear, plan.endYear) == (2019, 2022))
    #expect(plan.targets.allSatisfy { !$0.sourcePhrases.isEmpty })
    #expect(
      plan.targets.filter { $0.series != nil }.map(\.id) == [
        "G01", "G02", "G03", "G04", "G05", "G06", "G07", "G09", "G10", "G11", "K01a", "K01b", "K06",
      ])
  }

  /// Whatever is measured by no figure is reported, but for what nobody has reported yet.
  @Test func everyReportSaysThatItIsInvented() throws {
    let plan = try #require(Self.loaded.0?.plan)
    #expect(plan.reports.count == 257)
    #expect(plan.reports.allSatisfy { $0.remark?.contains("虚构") == true })
  }
}

/// A flat B204-1 with 千元 in every header, two good rows and one with two empty cells. Its form
/// differs from ours: no value added, other indicators.
@Suite(.enabled(if: Sample.unitsFlat != nil, "there is no ../shared/samples here"))
struct SampleTests {
  /// The repository's definitions with the sample's columns: output is required, the rest not.
  private static func read() throws -> Ingested {
    var repository = Repository()
    let layout = try #require(try repository.bytes(of: "Input/layouts/b204-1-flat.yml"))
    let text = String(decoding: layout, as: UTF8.self)
      .replacing("required: [ytd, reference_ytd]", with: "required: []")
    repository.inMemory["Input/layouts/b204-1-flat.yml"] = Array(text.utf8)
    repository.inMemory["Input/reference/register.csv"] = Array(
      """
      统一社会信用代码,单位详细名称,行业代码,社区,入库报告期,退库报告期,智能装备,口罩及装备,高新技术企业,研发机构,上市,专精特新,倍增企业
      91441900MA0000001A,甲,3912,,,,,,,,
      91441900MA0000002B,乙,3823,,,,,,,,
      91441900MA0000003C,丙,3569,,,,,,,,

      """.utf8)
    let (definitions, findings) = Definitions.load(from: repository)
    return try Ingested(
      [("units_flat.csv", #require(Sample.unitsFlat))], #require(definitions, "\(findings)"))
  }

  @Test func isReadAsFarAsItGoes() throws {
    let read = try Self.read()
    let file = try #require(read.files.first)
    #expect(file.encoding == "GB18030" && file.form == "B204-1")
    #expect(file.accepted == 3 && file.rejected == 0)
    #expect(!read.codes.contains { $0.severity == .error })
    #expect(
      read.marks.filter { $0.hasPrefix("blankValue") } == [
        "blankValue units_flat.csv:4:9", "blankValue units_flat.csv:4:10",
      ])
  }

  /// 50110 + 26040 + 11250 千元; the reference of one unit is missing.
  @Test func givesTheFiguresThatItHolds() throws {
    let read = try Self.read()
    #expect(try read.level("gross_output.total.ytd.level", "2021-03") == "0.874")
    #expect(try read.level("gross_output.total.ytd.yoy", "2021-03") == "(part_missing)")
    #expect(try read.level("gross_output.electronics.month.level", "2021-03") == "0.1823")
    #expect(try read.level("value_added.total.ytd.level", "2021-03") == "(not_reported)")
  }

  @Test func withValueAddedRequiredTheColumnsAreMissing() throws {
    let definitions = try #require(Definitions.load(from: Repository()).0)
    let read = try Ingested([("units_flat.csv", try #require(Sample.unitsFlat))], definitions)
    #expect(read.codes.filter { $0 == .missingColumn }.count == 2)
    #expect(read.files.first?.accepted == 0 && read.files.first?.rejected == 3)
  }
}

private enum Sample {
  static let unitsFlat = Repository.contents(
    of: Repository.samples + "/forms/units_flat_gb18030.csv")
}

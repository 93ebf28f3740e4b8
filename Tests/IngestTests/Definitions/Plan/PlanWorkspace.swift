// SPDX-License-Identifier: Apache-2.0
import Statistics

@testable import Ingest

/// The smallest workspace with a plan that has everything.
enum PlanWorkspace {
  static let frame = PlanFrame.file
  static let text = "Input/plan/plan.txt"
  static let targets = TargetsFile.file
  static let tasks = TasksFile.file
  static let departments = DepartmentsFile.file
  static let changes = TargetChangesFile.file
  static let progress = "Input/plan/progress/2021-05.csv"

  static let workspace = files.reduce(Workspace()) { $0.with($1.key, $1.value) }

  private static let files = [
    frame: """
    name: 示例计划
    base-year: 2019
    end-year: 2022
    issued: 2020-04-29
    document: 统计办印发
    text: plan.txt
    lights: {green: 5, yellow: 20}

    """,
    text: """
    一、到2022年，增加值突破60亿元，比重 达到“50%”。
    二、新增1000亩，建成
    平台。

    """,
    departments: """
    department,aliases
    统计办,统计
    招商局,招商;投资

    """,
    tasks: """
    task_no,section,task,responsible_departments,target_ids
    1,（一）,增长,统计办;招商,G01;G02
    2,（二）,土地,招商局,

    """,
    targets: """
    id,task_no,indicator,unit,baseline,baseline_year,target,upper,comparator,deadline,kind,responsible_departments,source_phrase,figure,path,modality
    G01,1,增加值,亿元,40,2019,60,,>,2022,level,统计办,"到2022年,增加值突破60亿元",value_added.total.ytd.level,,committed
    G02,1,比重,%,,,50,,>=,2022,share,统计;招商,比重达到'50%',value_added.high_tech.ytd.share,linear,力争
    G03,2,亩,亩,,,1000,,>=,not dated,cumulative quantity,招商局,新增1000亩,,,
    G04,2,平台,个,,,1,,>=,recurring,deliverable,招商局,新增1000亩|建成平台,,,
    G05,,累计增长,%,,2019,33,,>=,2022,cumulative growth,,,value_added.total.ytd.since_2019,,

    """,
    changes: """
    target,from,comparator,value,deadline,document
    G03,2022-03,,900,,文件二
    G03,2021-06,>,1100,2021,文件一

    """,
    progress: """
    target,task,value,state,date,evidence,remark,reporter
    G03,,120,,2021-05-31,协议,,招商局
    G04,,,推进中,2021-05-31,,,招商
    ,2,,under way,2021/6/2,,,招商局

    """,
  ]
}

extension Slip {
  /// A slip in a plan's file.
  static func plan(
    _ file: String, _ text: String, _ replacement: String, _ code: FindingCode, _ place: String,
    suggestion: String? = nil
  ) -> Slip {
    var slip = Slip(file, text, replacement, code, place, suggestion: suggestion)
    slip.workspace = PlanWorkspace.workspace
    return slip
  }
}

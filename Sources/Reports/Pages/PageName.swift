// SPDX-License-Identifier: Apache-2.0
import Statistics

/// A page of a release, by what it is about. The report is the first.
enum PageName: Hashable, Sendable {
  case report
  case sectors
  case sector(String)
  case plan
  case target(String)
  case tasks
  case departments
  case communities
  case clusters
  case ladder
  case evaluation

  /// Its file in the release's folder, without language and extension.
  var file: String {
    switch self {
    case .report: "report"
    case .sectors: "pages/sectors"
    case .sector(let id): "pages/sector-" + id.asFileName
    case .plan: "pages/plan"
    case .target(let id): "pages/target-" + id.asFileName
    case .tasks: "pages/tasks"
    case .departments: "pages/departments"
    case .communities: "pages/communities"
    case .clusters: "pages/clusters"
    case .ladder: "pages/ladder"
    case .evaluation: "pages/evaluation"
    }
  }

  /// What leads from its folder to the release's.
  var root: String { file.contains("/") ? "../" : "" }

  func path(in language: Language) -> String { file + language.fileSuffix }
}

extension String {
  /// Letters, digits, `-` and `_` of ASCII stay; every other byte becomes `~` and its hexadecimal
  /// digits, so that no id leaves the folder and no two share a file.
  fileprivate var asFileName: String {
    var name = ""
    for byte in utf8 {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"):
        name.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16)
        name += "~" + (digits.count == 1 ? "0" : "") + digits
      }
    }
    return name
  }
}

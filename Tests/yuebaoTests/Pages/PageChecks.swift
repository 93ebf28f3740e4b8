// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// The programs of `Tests/Browser`, which look at pages with tools that `make test` installs:
/// Chromium, axe-core, html5lib, cmark-gfm, pdftotext.
enum PageChecks {
  /// What a check found; `pages` counts those it looked at.
  struct Report: Decodable {
    let pages: Int
    let problems: [String]
  }

  /// What is not there; `nil` where the tests can run.
  ///
  /// In continuous integration only what the set-up says that it could not install counts: a tool
  /// that is missing without that fails the tests instead of skipping them.
  static let missing: String? = {
    guard ProcessInfo.processInfo.environment["CI"] == nil else {
      let said = try? String(contentsOf: tools.appendingPathExtension("missing"), encoding: .utf8)
      return said.map { $0.split(separator: "\n").joined(separator: ", ") }
    }
    let browsers = ["chromium", "chromium-browser", "google-chrome"]
    var missing = ["cmark-gfm", "pdftotext"].filter { !isInstalled($0) }
    if !browsers.contains(where: isInstalled) { missing.append("chromium") }
    if !FileManager.default.isExecutableFile(atPath: python.path) {
      missing.append(".build/page-tools")
    }
    return missing.isEmpty ? nil : missing.joined(separator: ", ")
  }()

  private static let tools = Repository.root.appendingPathComponent(".build/page-tools")
  private static let python = tools.appendingPathComponent("bin/python")

  private static func isInstalled(_ name: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/" + name)
  }

  /// Runs one of the programs on folders of releases.
  static func run(_ name: String, on outputs: URL...) throws -> Report {
    let script = Repository.root.appendingPathComponent("Tests/Browser/\(name).py")
    let result = try Program.run(
      tool: python.path, [script.path] + outputs.map(\.path),
      environment: [
        "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": outputs[0].path,
        "PYTHONDONTWRITEBYTECODE": "1",
      ])
    #expect(result.status == 0, "\(result.errors)")
    return try JSONDecoder().decode(Report.self, from: Data(result.output.utf8))
  }
}

/// Says of a suite that it needs the tools, and how to get them.
extension Trait where Self == ConditionTrait {
  static var needsPageTools: Self {
    .enabled(
      if: PageChecks.missing == nil,
      "pages are not tested: \(PageChecks.missing ?? "") missing; Scripts/setup.sh --tests installs it"
    )
  }
}

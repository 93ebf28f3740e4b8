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

  /// False where a tool is missing. Never false in continuous integration, so that a set-up that
  /// went wrong there fails the tests instead of skipping them.
  static let areExpected: Bool = {
    if ProcessInfo.processInfo.environment["CI"] != nil { return true }
    let browsers = ["chromium", "chromium-browser", "google-chrome"]
    return browsers.contains(where: isInstalled) && isInstalled("cmark-gfm")
      && isInstalled("pdftotext") && FileManager.default.isExecutableFile(atPath: python.path)
  }()

  private static let python = Repository.root
    .appendingPathComponent(".build/page-tools/bin/python")

  private static func isInstalled(_ name: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: "/usr/bin/" + name)
  }

  /// Runs one of the programs on a folder of releases.
  static func run(_ name: String, on output: URL) throws -> Report {
    let script = Repository.root.appendingPathComponent("Tests/Browser/\(name).py")
    let result = try Program.run(
      tool: python.path, [script.path, output.path],
      environment: [
        "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": output.path,
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
      if: PageChecks.areExpected,
      "chromium, cmark-gfm, poppler-utils or .build/page-tools is missing: Scripts/setup.sh --tests"
    )
  }
}

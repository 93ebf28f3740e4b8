// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

/// The page in a real browser. Skipped where no Chromium is installed (`make test` installs it).
@Suite(
  .enabled(if: Browser.path != nil, "no chromium here: make test installs it"), .serialized)
struct PageTests {
  private func release(_ more: String...) throws -> WorkFolder {
    let output = try WorkFolder()
    let result = try Program.run(
      [
        "report", "--workspace", Repository.root.path, "--output", output.url.path,
        "--period", "2021-05",
      ] + more, in: output.url)
    #expect(result.status == 0, "\(result.errors)")
    return output
  }

  private static let page = "internal/2021-05/v1/report.html"

  /// Opens a page and returns what the browser says, and the addresses it asked for.
  private func open(
    _ page: URL, in folder: WorkFolder, _ options: String...
  ) throws -> (log: String, addresses: Set<String>, output: String) {
    let browser = try #require(Browser.path)
    let network = folder.path("net.json")
    let process = Process()
    process.executableURL = URL(fileURLWithPath: browser)
    process.arguments =
      [
        "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr",
        "--disable-background-networking", "--disable-component-update", "--no-first-run",
        "--user-data-dir=\(folder.path("profile").path)", "--log-net-log=\(network.path)",
      ] + options + [page.absoluteString]
    let log = folder.path("log")
    let output = folder.path("out")
    for file in [log, output] { try Data().write(to: file) }
    process.standardError = try FileHandle(forWritingTo: log)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardInput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    let text = String(decoding: try Data(contentsOf: network), as: UTF8.self)
    let addresses = text.matches(of: /"url":"([^"]+)"/).map { String($0.output.1) }
    return (
      String(decoding: try Data(contentsOf: log), as: UTF8.self), Set(addresses),
      String(decoding: try Data(contentsOf: output), as: UTF8.self)
    )
  }

  @Test func thePageSaysNothingOnTheConsoleAndAsksForNothing() throws {
    let release = try release()
    let page = release.path(Self.page)
    let opened = try open(page, in: release, "--dump-dom")
    #expect(!opened.log.contains("CONSOLE"), "\(opened.log)")
    // What the browser asks for on its own account, it asks for with an empty page too.
    let idle = try open(#require(URL(string: "about:blank")), in: release, "--dump-dom")
    #expect(hosts(opened.addresses).subtracting(hosts(idle.addresses)).isEmpty)
    #expect(opened.output.contains("data-figure=\"value_added.total.ytd.level@2021-05\""))
  }

  private func hosts(_ addresses: Set<String>) -> Set<String> {
    Set(addresses.compactMap { URL(string: $0) }.filter { $0.scheme != "file" }.compactMap(\.host))
  }

  @Test(arguments: [360, 768, 1280]) func nothingIsWiderThanTheScreen(width: Int) throws {
    let release = try release()
    // The page itself has no script: a frame of that width measures it.
    try release.write(
      """
      <!doctype html><title>probe</title>
      <iframe id=f width=\(width) height=800 src="\(Self.page)"></iframe>
      <script>f.onload = () => {
        const root = f.contentDocument.documentElement
        document.body.append("width " + root.scrollWidth + " of " + root.clientWidth + ".")
      }</script>
      """, to: "probe.html")
    let opened = try open(
      release.path("probe.html"), in: release, "--allow-file-access-from-files", "--dump-dom")
    let match = try #require(opened.output.firstMatch(of: /width (\d+) of (\d+)\./))
    let (needed, given) = try (#require(Int(match.output.1)), #require(Int(match.output.2)))
    #expect(needed <= given)
    #expect(given <= width && given > width - 40)
  }

  @Test func thePagePrints() throws {
    let release = try release()
    let target = release.path("report.pdf")
    _ = try open(
      release.path(Self.page), in: release, "--no-pdf-header-footer",
      "--print-to-pdf=\(target.path)")
    #expect(try Data(contentsOf: target).starts(with: Data("%PDF".utf8)))
  }
}

private enum Browser {
  static let path = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }
}

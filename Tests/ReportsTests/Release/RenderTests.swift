// SPDX-License-Identifier: Apache-2.0
import Foundation
import Testing

@testable import Reports

struct RenderTests {
  /// Writes specimens into the folder that YUEBAO_SPECIMENS names, to be looked at.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["YUEBAO_SPECIMENS"] != nil))
  func writesSpecimensToLookAt() throws {
    let folder = try #require(ProcessInfo.processInfo.environment["YUEBAO_SPECIMENS"])
    for (name, specimen) in try Specimen.gallery() {
      for (path, text) in try specimen.release() {
        let url = URL(filePath: folder).appending(path: name).appending(path: path)
        try FileManager.default.createDirectory(
          at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: url)
      }
    }
  }

  @Test func theBuiltInTemplatesFitTheModel() {
    #expect(check(Templates()) == [])
  }
}

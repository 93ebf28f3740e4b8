// SPDX-License-Identifier: Apache-2.0

import Glibc
import Testing

@testable import SyntheticData

/// Against the classification itself, where the repository or its surroundings have it.
@Suite(.enabled(if: ClassificationFile.path != nil))
struct ClassificationTests {
  @Test func everyIndustryIsAClassOfGBT4754() throws {
    let path = try #require(ClassificationFile.path)
    let file = try #require(fopen(path, "r"))
    defer { fclose(file) }
    var classes: Set<String> = []
    var line = [CChar](repeating: 0, count: 512)
    while fgets(&line, 512, file) != nil {
      let bytes = line.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
      let fields = String(decoding: bytes, as: UTF8.self).split(separator: ",")
      if fields.count > 1, fields[1] == "class" { classes.insert(String(fields[0])) }
    }
    #expect(classes.count > 600)
    #expect(IndustryProfile.all.filter { !classes.contains($0.industry) }.map(\.industry) == [])
  }
}

private enum ClassificationFile {
  static let path: String? = {
    let root = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
    let candidates = [
      root + "/Input/reference/gbt4754-2017.csv", root + "/../shared/reference/gbt4754-2017.csv",
    ]
    return candidates.first { access($0, R_OK) == 0 }
  }()
}

// SPDX-License-Identifier: Apache-2.0

import Statistics
import SyntheticData

/// A workspace in memory, with the largest piece that was handed over at once.
final class MemorySink: FileSink {
  private(set) var files: [String: [UInt8]] = [:]
  private(set) var largestWrite = 0
  private var current = ""

  func begin(path: String) {
    current = path
    files[path] = []
  }

  func write(_ bytes: [UInt8]) {
    files[current, default: []] += bytes
    largestWrite = max(largestWrite, bytes.count)
  }

  func end() { current = "" }

  var byteCount: Int { files.values.reduce(0) { $0 + $1.count } }

  func text(_ path: String) -> String { String(decoding: files[path] ?? [], as: UTF8.self) }

  /// A plain CSV file by header, as long as no field is quoted over a line's end.
  func rows(_ path: String) -> [[String: String]] {
    let lines = text(path).split(separator: "\n").map(fields)
    guard let header = lines.first else { return [] }
    return lines.dropFirst().map {
      Dictionary(uniqueKeysWithValues: zip(header, $0 + Array(repeating: "", count: 40)))
    }
  }

  private func fields(_ line: Substring) -> [String] {
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
}

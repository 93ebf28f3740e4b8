// SPDX-License-Identifier: Apache-2.0
import Foundation
import Glibc

/// `Output/log.jsonl`: what runs did, one JSON object a line. When it is full it becomes
/// `log.1.jsonl`, and the one before that is gone.
struct RunLog {
  let path: String
  /// Of the run: its number in the ledger and its process.
  private let run: Int64

  private static let most = 1 << 20

  init(path: String, run: Int64) {
    self.path = path
    self.run = run
  }

  /// - Parameters:
  ///   - event: `begin`, `inputs`, `read`, `published`, `unchanged`, `end`.
  ///   - members: what else there is to say.
  /// - Throws: where the line cannot be written whole; half of one is taken back.
  func write(_ event: String, _ members: [String: LogValue] = [:]) throws(SystemError) {
    try turn()
    var line = LogLine(time: Clock.now, run: run, process: getpid(), event: event)
    line.members = members
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard var bytes = try? Array(encoder.encode(line)) else { return }
    bytes.append(0x0A)
    try append(bytes)
  }

  private func append(_ bytes: [UInt8]) throws(SystemError) {
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else { throw SystemError(path: path) }
    defer { close(descriptor) }
    let size = lseek(descriptor, 0, SEEK_END)
    do throws(SystemError) { try Console.write(bytes, to: descriptor) } catch {
      ftruncate(descriptor, size)
      throw SystemError(path: path, code: error.code)
    }
  }

  private func turn() throws(SystemError) {
    var status = stat()
    guard stat(path, &status) == 0, status.st_size >= Self.most else { return }
    let older = path.hasSuffix(".jsonl") ? path.dropLast(6) + ".1.jsonl" : path + ".1"
    guard rename(path, String(older)) == 0 else { throw SystemError(path: path) }
  }
}

/// A value in the log.
enum LogValue: Encodable, Hashable {
  case text(String)
  case number(Int)

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .number(let number): try container.encode(number)
    }
  }
}

private struct LogLine: Encodable {
  let time: String
  let run: Int64
  let process: Int32
  let event: String
  var members: [String: LogValue] = [:]

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { return nil }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(time, forKey: Key("time"))
    try container.encode(run, forKey: Key("run"))
    try container.encode(process, forKey: Key("process"))
    try container.encode(event, forKey: Key("event"))
    for (name, value) in members { try container.encode(value, forKey: Key(name)) }
  }
}

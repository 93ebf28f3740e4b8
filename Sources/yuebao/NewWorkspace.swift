// SPDX-License-Identifier: Apache-2.0
import Reports
import Statistics
import SyntheticData

/// A folder that becomes a workspace. Nothing that is there already is ever overwritten.
final class NewWorkspace {
  let path: String
  private var file: NewFile?

  private init(path: String) { self.path = path }

  /// Makes the folder, lets `fill` write into it, and says where it lies.
  static func run(
    in directory: String, _ lang: LanguageList?, _ fill: (NewWorkspace) throws -> Void
  ) throws {
    let catalogue = MessageCatalogue(lang?.languages.first ?? .chinese, from: Templates())
    let path = Path.trimmed(directory)
    do {
      guard Folder.kind(of: path + "/yuebao.yml") == nil else {
        throw Stop(.cannotCreate, Message("workspace_exists", ["path": path]))
      }
      try Folder.make(path)
      try fill(NewWorkspace(path: path))
      for folder in ["Input/returns", "Templates", "Output"] {
        try Folder.make(path + "/" + folder)
      }
      try Console.print(catalogue.text(of: Message("workspace_made", ["path": path])))
    } catch let stop as Stop {
      Console.note(catalogue.text(of: stop.sentence))
      throw stop.status.exitCode
    } catch let error as SystemError {
      Console.note(catalogue.text(of: .cannotWrite(error.path, reason: error.reason)))
      throw ExitStatus.cannotCreate.exitCode
    }
  }

  func write(_ files: [(path: String, bytes: [UInt8])]) throws {
    for file in files {
      try begin(path: file.path)
      try write(file.bytes)
      try end()
    }
  }

  func begin(path relative: String) throws {
    let target = path + "/" + relative
    if let slash = target.lastIndex(of: "/") { try Folder.make(String(target[..<slash])) }
    file = try NewFile(path: target)
  }

  func write(_ bytes: [UInt8]) throws { try file?.write(bytes) }

  func end() throws {
    try file?.finish()
    file = nil
  }
}

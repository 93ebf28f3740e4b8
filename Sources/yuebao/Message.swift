// SPDX-License-Identifier: Apache-2.0
import Ingest
import Reports
import Statistics

/// A sentence of the command line: a key of `Templates/commands.<language>.yml` and what fills its
/// placeholders.
struct Message {
  let key: String
  let arguments: [String: String]

  init(_ key: String, _ arguments: [String: String] = [:]) {
    self.key = key
    self.arguments = arguments
  }

  static func cannotWrite(_ path: String, reason: String) -> Message {
    Message("cannot_write", ["path": path, "reason": reason])
  }

  static func cannotRead(_ path: String, reason: String) -> Message {
    Message("cannot_read", ["path": path, "reason": reason])
  }

  /// - Parameter owner: `host pid time`; empty where that is not known.
  static func locked(_ folder: String, owner: String) -> Message {
    Message("locked", ["path": folder, "owner": owner])
  }
}

extension MessageCatalogue {
  func text(of message: Message) -> String { sentence(message.key, message.arguments) }
}

extension Publisher {
  init(_ configuration: Configuration) {
    self.init(
      area: configuration.area, office: configuration.office, title: configuration.title,
      contact: configuration.contact, notice: configuration.notice,
      isSynthetic: configuration.isSynthetic)
  }
}

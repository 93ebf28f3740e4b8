// SPDX-License-Identifier: Apache-2.0

/// How a word stands in the files of those that start jobs.
enum Quoting {
  /// In a crontab's command (crontab(5)): for sh, and with each `%`, which there ends the command,
  /// behind a backslash.
  static func cron(_ word: String) -> String {
    let isPlain =
      !word.isEmpty
      && word.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"):
          true
        default: "/._-+:,@".utf8.contains(byte)
        }
      }
    if isPlain { return word }
    return "'"
      + word.map { character in
        switch character {
        case "'": "'\\''"
        case "%": "\\%"
        default: String(character)
        }
      }.joined() + "'"
  }

  /// In a unit's command line (systemd.service(5)): `%` begins a specifier, `$` a variable.
  static func systemd(_ word: String) -> String {
    let escaped = word.map { character in
      switch character {
      case "\\", "\"": "\\\(character)"
      case "%": "%%"
      case "$": "$$"
      default: String(character)
      }
    }.joined()
    return escaped == word && !word.contains(where: { " ;'".contains($0) })
      ? word : "\"\(escaped)\""
  }

  /// In any other value of a unit.
  static func systemdText(_ text: String) -> String {
    text.map { $0 == "%" ? "%%" : String($0) }.joined()
  }
}

// SPDX-License-Identifier: Apache-2.0
import Glibc

/// The two streams: results on standard output, everything else on standard error.
enum Console {
  /// Whether a person may be looking: a terminal, or a program that was started from one. A scheduled
  /// job has neither (cron(8) and systemd set no TERM), and each line that it prints becomes a mail.
  static let hasReader = getenv("TERM") != nil || isatty(1) == 1 || isatty(2) == 1

  /// Writes results. A closed pipe ends the program quietly, as other tools do; a full disk does
  /// not pass unnoticed.
  static func print(_ text: String) throws { try write(Array((text + "\n").utf8), to: 1) }

  /// Control characters from a file or a path are shown and do not act on the terminal.
  static func note(_ text: String) {
    // Nowhere is left to report a failure of standard error.
    try? write(Array((text.withVisibleControls + "\n").utf8), to: 2)
  }

  static func write(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
    let failure = bytes.withUnsafeBytes { buffer -> SystemError? in
      do throws(SystemError) { try write(buffer, to: descriptor) } catch { return error }
      return nil
    }
    if let failure { throw failure }
  }

  static func write(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32
  ) throws(SystemError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let buffer = UnsafeRawBufferPointer(rebasing: rest)
      let count = Glibc.write(descriptor, buffer.baseAddress, buffer.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemError(path: descriptor == 1 ? "standard output" : "standard error", code: errno)
      }
      rest = rest.dropFirst(count)
    }
  }
}

/// What the system said to a call on a path.
struct SystemError: Error {
  let path: String
  let code: Int32

  init(path: String, code: Int32 = errno) {
    self.path = path
    self.code = code
  }

  /// The C library's words, in English whatever the locale.
  var reason: String { String(cString: strerror(code)) }
}

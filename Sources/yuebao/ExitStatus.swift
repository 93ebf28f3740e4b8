// SPDX-License-Identifier: Apache-2.0
import ArgumentParser

/// The exit statuses, after sysexits(3). Documented in `--help` and in README.
enum ExitStatus: Int32 {
  /// Usage: what was asked for is not there, or not said clearly enough.
  case usage = 64
  /// Bad data: findings of severity error in the input.
  case badData = 65
  /// No input: no workspace, no returns, none for the period.
  case noInput = 66
  /// The output cannot be created: permission, disk full.
  case cannotCreate = 73
  /// Another run holds the lock; try again.
  case locked = 75
  /// Bad configuration: findings in the office's own definitions or templates.
  case badConfiguration = 78

  var exitCode: ExitCode { ExitCode(rawValue) }
}

/// Why a command stops: a status and one sentence for standard error.
///
/// Findings are printed before it is thrown; the sentence sums up.
struct Stop: Error {
  let status: ExitStatus
  let sentence: Message
  /// Whether the sentence is to be printed.
  let isSaid: Bool

  init(_ status: ExitStatus, _ sentence: Message) {
    self.init(status, sentence, isSaid: true)
  }

  private init(_ status: ExitStatus, _ sentence: Message, isSaid: Bool) {
    self.status = status
    self.sentence = sentence
    self.isSaid = isSaid
  }

  /// The same status without a word: what there is to say was said before.
  var unsaid: Stop { Stop(status, sentence, isSaid: false) }
}

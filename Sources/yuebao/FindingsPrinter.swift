// SPDX-License-Identifier: Apache-2.0
import Reports
import Statistics

/// Prints findings on standard error, for people: the place, what is wrong, what to do.
struct FindingsPrinter {
  /// Findings of one code that are printed in full; the rest are counted. `check` prints all.
  var shown = 20

  var catalogue: MessageCatalogue
  let isQuiet: Bool
  /// The command prints findings itself, as its result.
  var isDeferred = false

  init(catalogue: MessageCatalogue, isQuiet: Bool) {
    self.catalogue = catalogue
    self.isQuiet = isQuiet
  }

  func print(_ findings: [Finding]) {
    guard !isDeferred || findings.contains(where: \.code.isConfiguration) else { return }
    var printed: [FindingCode: Int] = [:]
    for finding in findings where !isQuiet || finding.severity == .error {
      printed[finding.code, default: 0] += 1
      if printed[finding.code, default: 0] <= shown {
        Console.note(FindingText(finding, catalogue).lines)
      }
    }
    for (code, count) in printed.sorted(by: { $0.key.rawValue < $1.key.rawValue })
    where count > shown {
      note(Message("more_findings", ["code": code.rawValue, "count": String(count - shown)]))
    }
  }

  /// Prints findings, and stops where one blocks.
  ///
  /// - Parameter status: that of the `Stop`, `badData` or `badConfiguration`.
  func require(_ findings: [Finding], _ status: ExitStatus, strict: Bool) throws {
    print(findings)
    let count = findings.count { $0.severity == .error || (strict && $0.severity == .warning) }
    guard count > 0 else { return }
    let key = status == .badConfiguration ? "bad_configuration" : "bad_data"
    throw Stop(status, Message(key, ["count": String(count)]))
  }

  func note(_ message: Message) {
    if !isQuiet { Console.note(catalogue.text(of: message)) }
  }
}

/// One finding in words.
struct FindingText {
  let place: String
  let severity: String
  let message: String
  let remedy: String
  private let code: String

  init(_ finding: Finding, _ catalogue: MessageCatalogue) {
    place = finding.location?.description ?? ""
    severity = finding.severity.rawValue
    code = finding.code.rawValue
    (message, remedy) = catalogue.text(of: finding)
  }

  /// `place: severity code: message`, then what to do, indented.
  var lines: String {
    (place.isEmpty ? "" : place + ": ") + "\(severity) \(code): \(message)"
      + (remedy.isEmpty ? "" : "\n    " + remedy)
  }
}

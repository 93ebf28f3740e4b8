// SPDX-License-Identifier: Apache-2.0
import Statistics

/// "Did you mean …" for what stands in rows, bounded: a hopelessly wrong file has millions of names
/// that resolve to nothing, and each is compared with all that are known.
final class Suggestions {
  /// Different texts that are looked up; later ones get none.
  private static let most = 300

  private var known: [String: String] = [:]

  /// - Returns: the nearest name; empty where there is none.
  func near(_ text: String, among names: @autoclosure () -> some Sequence<String>) -> String {
    if let answer = known[text] { return answer }
    guard known.count < Self.most else { return "" }
    let answer = suggestion(for: text, among: names()) ?? ""
    known[text] = answer
    return answer
  }
}

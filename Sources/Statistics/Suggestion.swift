// SPDX-License-Identifier: Apache-2.0

/// The known name that is nearest to `name`, for "did you mean …"; `nil` where none is near.
///
/// Near means an edit distance of at most a third of the longer name, and at least one. Ties go
/// to the first in sorted order, so the answer never depends on the order of `names`.
///
/// A text of more than 100 characters is no slip of a name and gets none: comparing it would take
/// time that grows with its length.
package func suggestion(for name: String, among names: some Sequence<String>) -> String? {
  guard name.utf8.count <= 400, name.count <= 100 else { return nil }
  let ranked = names.map { (distance: editDistance(name, $0), name: $0) }
  guard let best = ranked.min(by: { ($0.distance, $0.name) < ($1.distance, $1.name) }) else {
    return nil
  }
  let limit = max(1, max(name.count, best.name.count) / 3)
  return best.distance <= limit ? best.name : nil
}

/// Insertions, deletions and substitutions between two words (Levenshtein).
private func editDistance(_ left: String, _ right: String) -> Int {
  let right = Array(right)
  var row = Array(0...right.count)
  for (i, leftCharacter) in left.enumerated() {
    var diagonal = row[0]
    row[0] = i + 1
    for (j, rightCharacter) in right.enumerated() {
      let substitution = diagonal + (leftCharacter == rightCharacter ? 0 : 1)
      diagonal = row[j + 1]
      row[j + 1] = min(substitution, row[j] + 1, row[j + 1] + 1)
    }
  }
  return row[right.count]
}

// SPDX-License-Identifier: Apache-2.0
import Aggregation
import Ingest
import Statistics

extension Reading {
  /// - Parameter limit: how many units of each sum are listed; `nil` for all.
  func explanation(of name: FigureName, limit: Int?) throws -> Explanation {
    do {
      return try Explanation(of: name, in: figures, limit: limit) {
        ingest.unitValues(in: $0, slot: $1, attribute: $2)
      }
    } catch .figure(let error) {
      throw error
    } catch .doesNotAddUp(let name, let sum) {
      throw Stop(
        .badData,
        Message(
          "explain_not_adding_up",
          ["figure": name.description, "period": sum.period.description]))
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
import Statistics

/// What files are read against. Nothing changes it, so that all threads share one.
final class IngestLookups: Sendable {
  let definitions: Definitions
  let names: LabelNames
  let classes: ClassNumbers
  /// Whether also what is missing, and parts of values, are kept.
  let listsObservations: Bool

  init(_ definitions: Definitions, listsObservations: Bool) {
    self.definitions = definitions
    self.listsObservations = listsObservations
    names = LabelNames(definitions)
    classes = ClassNumbers(definitions.classification)
  }

  /// How many slots a return has.
  var slots: Int { definitions.indicators.count * ReturnSlot.perIndicator }
}

// SPDX-License-Identifier: Apache-2.0
import Ingest
import Reports
import Statistics

extension Register {
  /// Units that are named; the others are counted.
  private static var most: Int { 20 }

  /// Which units should report for a survey period, in words, as the arguments `count`, `units` and
  /// `more` of a message: by community, each with how many it has. Empty where none should.
  func missingUnits(in period: Period, _ catalogue: MessageCatalogue) -> [String: String] {
    let groups = expectedUnits(in: period)
    let count = groups.reduce(0) { $0 + $1.units.count }
    guard count > 0 else { return [:] }
    var room = Self.most
    var words: [String] = []
    for group in groups where room > 0 {
      let named = group.units.prefix(room)
      room -= named.count
      let list = named.joined(separator: catalogue.text(of: Message("missing_list")))
      words.append(
        catalogue.text(
          of: Message(
            group.community == nil ? "missing_no_community" : "missing_community",
            [
              "community": group.community ?? "", "count": String(group.units.count), "units": list,
            ])))
    }
    var arguments = [
      "count": String(count),
      "units": words.joined(separator: catalogue.text(of: Message("missing_and"))),
    ]
    if count > Self.most { arguments["more"] = String(count - Self.most) }
    return arguments
  }
}

// SPDX-License-Identifier: Apache-2.0
import Plan
import Statistics

extension TargetWords {
  /// What the plan's own numbers say of each other, in a sentence.
  package func note(_ note: ConsistencyNote) -> String {
    switch note {
    case .levelAndRate(let both): levelAndRate(both)
    case .growthPerYear(let target, let rate):
      word(
        "note_growth",
        [
          "id": target.id, "growth": promised(target),
          "rate": number(rate, decimals: 2, .percent),
        ])
    case .shareOfCount(let share, let whole, let part):
      word(
        "note_share",
        [
          "share_id": share.id, "share": promised(share), "whole_id": whole.id,
          "whole": promised(whole), "part": amount(part, whole),
        ])
    case .parts(let whole, let parts, let sum): self.parts(whole, parts, sum)
    case .levelAboveShare(let level, let share, let whole, let part):
      word(
        "note_level",
        [
          "level_id": level.id, "level": promised(level), "share_id": share.id,
          "share": promised(share), "whole_id": whole.id, "whole": promised(whole),
          "part": amount(part, whole), "level_name": level.name, "share_name": share.name,
        ])
    }
  }

  private func levelAndRate(_ both: ConsistencyNote.LevelAndRate) -> String {
    let key =
      switch both.levelBinds {
      case true?: "note_rate_level"
      case false?: "note_rate_rate"
      case nil: "note_rate_same"
      }
    return word(
      key,
      [
        "level_id": both.level.id, "level": promised(both.level), "rate_id": both.rate.id,
        "rate": promised(both.rate),
        "base": both.level.baseline?.value.map {
          number(Ratio($0), decimals: $0.scale, both.level.unit)
        } ?? "",
        "needed": number(both.neededRate, decimals: 2, .percent),
        "reached": number(both.reachedLevel, decimals: 2, both.level.unit),
      ])
  }

  private func parts(_ whole: Target, _ parts: [Target], _ sum: Ratio) -> String {
    let goal = Ratio(whole.value)
    let key = sum == goal ? "note_parts_same" : sum < goal ? "note_parts_less" : "note_parts_more"
    return word(
      key,
      [
        "whole_id": whole.id, "whole": promised(whole),
        "parts": parts.map { $0.value.description }.joined(separator: " + "),
        "ids": parts.map(\.id).joined(separator: word("list")), "sum": amount(sum, whole),
      ])
  }

  private func promised(_ target: Target) -> String {
    number(Ratio(target.value), decimals: target.value.scale, target.unit)
  }

  /// With as many decimals as it has, up to two.
  private func amount(_ value: Ratio, _ target: Target) -> String {
    number(value, decimals: min(value.exactDecimal?.scale ?? 2, 2), target.unit)
  }
}

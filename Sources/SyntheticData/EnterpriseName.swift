// SPDX-License-Identifier: Apache-2.0

/// Names of invented enterprises: each says so (虚构) and none occurs twice in a workspace.
///
/// A few hold what makes writers and readers stumble: `&`, `、`, a comma, quotes, angle brackets,
/// and characters that GB2312 lacks.
struct EnterpriseName: Sendable {
  private let syllables: Int
  private let offset: Int

  /// - Parameter units: how many names are asked for, at most 1,280,000 or so.
  init(units: Int, seed: Draw) {
    var syllables = 2
    while EnterpriseName.space(syllables) < units { syllables += 1 }
    self.syllables = syllables
    offset = seed.below(EnterpriseName.space(syllables))
  }

  func text(number: Int, word: String) -> String {
    let brand = brand(number)
    switch number % 97 {
    case 11: return "东莞市\(brand)R&D\(word)有限公司（虚构）"
    case 23: return "东莞市\(brand)\(word)、五金（虚构）有限公司"
    case 41: return "东莞市\(brand)\(word)有限公司(虚构,原二厂)（虚构）"
    case 59: return "东莞市\"\(brand)\"\(word)有限公司（虚构）"
    case 73: return "东莞市\(brand)<\(word)>有限公司（虚构）"
    default: return "东莞市\(brand)（虚构）\(word)有限公司"
    }
  }

  /// A step through all combinations: the multiplier has no factor in common with 40ⁿ, so two
  /// numbers never meet.
  private func brand(_ number: Int) -> String {
    let space = EnterpriseName.space(syllables)
    var rest = (number * 7919 + offset) % space
    var text = ""
    for _ in 0..<syllables {
      text.append(EnterpriseName.characters[rest % 40])
      rest /= 40
    }
    return text
  }

  private static func space(_ syllables: Int) -> Int {
    (0..<syllables).reduce(1) { product, _ in product * 40 }
  }

  /// Forty; 昇, 堃, 喆 and 镕 are in GBK but not in GB2312.
  private static let characters = Array("晟岚昇珩朗澄堃屹骁翎喆沐曜瀚镕湛祺钧铂煜岳霁楷弘淳昱泓睿璟晖翊栩旻恺彦泽鸿卓励颂")
}

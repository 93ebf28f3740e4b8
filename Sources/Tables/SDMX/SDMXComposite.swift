// SPDX-License-Identifier: Apache-2.0

/// The values of a component that has several, or has them in several languages (`Comp` of SDMX
/// 3.0), as one cell: by the rules of SDMX-CSV 2.0 with `;` between the values.
///
/// `A;F` for two values, `en:Output;fr:Production` for one in two languages, and
/// `"en:a;fr:b";"en:c;fr:d"` for several of these. A value that itself holds `;` or a quote is
/// quoted in the same way where it does not stand alone.
struct SDMXComposite {
  /// Of the text that is open; empty for English, which the standard presumes.
  var language: [UInt8] = []
  private var texts: [[UInt8]] = []
  private var values: [[UInt8]] = []

  mutating func endText(_ gathered: inout [UInt8]) {
    let language = language.isEmpty ? Array("en".utf8) : language
    texts.append(language + [UInt8(ascii: ":")] + gathered)
    gathered.removeAll(keepingCapacity: true)
  }

  mutating func endValue(_ gathered: inout [UInt8]) {
    values.append(texts.isEmpty ? gathered : join(texts))
    texts = []
    gathered.removeAll(keepingCapacity: true)
  }

  var cell: [UInt8] { join(values) }

  private func join(_ parts: [[UInt8]]) -> [UInt8] {
    if parts.count == 1 { return parts[0] }
    return Array(parts.map(quoted).joined(separator: [UInt8(ascii: ";")]))
  }

  private func quoted(_ part: [UInt8]) -> [UInt8] {
    let quote = UInt8(ascii: "\"")
    guard part.contains(where: { $0 == quote || $0 == UInt8(ascii: ";") }) else { return part }
    return [quote] + part.flatMap { $0 == quote ? [quote, quote] : [$0] } + [quote]
  }
}

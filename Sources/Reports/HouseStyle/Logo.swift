// SPDX-License-Identifier: Apache-2.0

/// A picture that stands in every page as an address of its own (`data:…`).
///
/// As the source of an `<img>` no browser runs its scripts or loads what it names. What would do
/// either elsewhere is refused all the same, since people copy logos out of pages.
enum Logo {
  /// In bytes: it stands in every page.
  static let limit = 64 * 1024

  struct Refusal: Error, Hashable {
    /// What a logo must be.
    let expected: String
  }

  /// - Parameter name: the file's, which says what it holds.
  static func address(_ bytes: [UInt8], named name: String) throws(Refusal) -> String {
    guard bytes.count <= limit else {
      throw Refusal(expected: "a picture of at most 64 KB; this one has \(bytes.count / 1024) KB")
    }
    let type: String
    if isPNG(bytes) {
      type = "png"
    } else {
      guard name.lowercased().hasSuffix(".svg"),
        let text = String(validating: bytes, as: UTF8.self)
      else { throw Refusal(expected: "a PNG picture, or an SVG in UTF-8") }
      if let reason = refusal(ofSVG: text.lowercased()) { throw Refusal(expected: reason) }
      type = "svg+xml"
    }
    return "data:image/\(type);base64," + base64(bytes)
  }

  /// Its signature and a head that states a size between 1 and 4096 pixels (ISO/IEC 15948, 5.2, 11.2.2).
  private static func isPNG(_ bytes: [UInt8]) -> Bool {
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    guard bytes.count > 33, bytes.starts(with: signature),
      bytes[12..<16].elementsEqual("IHDR".utf8)
    else { return false }
    let sizes = [16, 20].map { start in
      bytes[start..<start + 4].reduce(0 as UInt32) { $0 << 8 | UInt32($1) }
    }
    return sizes.allSatisfy { (1...4096).contains($0) }
  }

  /// - Parameter text: in small letters.
  private static func refusal(ofSVG text: String) -> String? {
    guard text.contains("<svg"), text.contains("http://www.w3.org/2000/svg") else {
      return "an SVG that names its namespace, http://www.w3.org/2000/svg"
    }
    let refused = ["<script", "<foreignobject", "<iframe", "<!entity", "javascript:", "@import"]
    if let found = refused.first(where: text.contains) { return "an SVG without \(found)" }
    if text.contains(/[\s"'\/]on[a-z]+\s*=/) { return "an SVG without event handlers (on…=)" }
    for match in text.matches(of: /(?:href|src)\s*=\s*["']?\s*([^"'\s>]*)/)
    where !isInside(match.output.1) {
      return "an SVG that loads nothing: \(match.output.1.prefix(60))"
    }
    for match in text.matches(of: /url\(\s*["']?([^"')]*)/) where !isInside(match.output.1) {
      return "an SVG that loads nothing: \(match.output.1.prefix(60))"
    }
    return nil
  }

  private static func isInside(_ address: Substring) -> Bool {
    address.isEmpty || address.hasPrefix("#") || address.hasPrefix("data:image/")
  }

  /// RFC 4648, section 4.
  static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0 as UInt32) { $0 << 8 | UInt32($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        let digit = Int(bits >> (18 - 6 * place) & 63)
        result.append(place <= group.count ? alphabet[digit] : UInt8(ascii: "="))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

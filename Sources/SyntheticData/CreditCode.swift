// SPDX-License-Identifier: Apache-2.0

import Statistics

/// The unified social credit code (统一社会信用代码) of an invented enterprise.
///
/// `91` (an enterprise) and `441900` (东莞), then an organisation body that begins with `XN`
/// (虚拟), the unit's number and the check character of GB 11714, then that of GB 32100-2015: valid
/// to a program, plainly synthetic to a reader.
struct CreditCode: Sendable {
  /// 18 ASCII characters.
  let bytes: [UInt8]

  /// - Precondition: `number` is 0…999,999.
  init(number: Int) {
    var body = Array("XN000000".utf8)
    var rest = number
    for position in stride(from: 7, through: 2, by: -1) {
      body[position] += UInt8(rest % 10)
      rest /= 10
    }
    var code = Array("91441900".utf8) + body
    code.append(CreditCode.organisationCheck(of: body))
    // Digits and letters of the alphabet only, so that there is one.
    code.append(UnitCode.checkCharacter(of: code) ?? UInt8(ascii: "0"))
    bytes = code
  }

  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// GB 11714-1997: 11 less the weighted sum modulo 11, 10 being `X`; letters count from A = 10.
  private static func organisationCheck(of body: [UInt8]) -> UInt8 {
    let sum = zip(body, [3, 7, 9, 10, 5, 8, 4, 2]).reduce(0) { sum, pair in
      let isLetter = pair.0 >= UInt8(ascii: "A")
      return sum + (Int(pair.0) - (isLetter ? 55 : 48)) * pair.1
    }
    let check = (11 - sum % 11) % 11
    return check == 10 ? UInt8(ascii: "X") : UInt8(48 + check)
  }
}

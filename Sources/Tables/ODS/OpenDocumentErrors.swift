// SPDX-License-Identifier: Apache-2.0

/// The errors that a cell can show. A file has them only as they were shown, in the language of the
/// program that wrote it.
enum OpenDocumentErrors {
  /// An error's English name.
  /// - Returns: `nil` for a text that is no error's name.
  static func englishName(of shown: String) -> String? {
    // French sets a no-break space before the mark.
    let name = shown.filter { !$0.isWhitespace }
    if name.first == "#" { return names[name] }
    return calcError(name)
  }

  /// LibreOffice's `Err:502`, in whatever language.
  private static func calcError(_ name: String) -> String? {
    guard let colon = name.lastIndex(where: { $0 == ":" || $0 == "：" }) else { return nil }
    let number = name[name.index(after: colon)...].utf8
    guard number.count == 3, number.first == UInt8(ascii: "5"),
      number.allSatisfy({ (48...57).contains($0) })
    else { return nil }
    return calcWords.contains(String(name[..<colon]))
      ? "Err:\(String(decoding: number, as: UTF8.self))" : nil
  }

  private static let calcWords: Set<String> = [
    "Err", "Fehler", "Erreur", "Errore", "Erro", "Fout", "Błąd", "Ошибка", "Ош", "错误", "錯誤", "エラー",
    "오류", "Fel", "Fejl", "Virhe", "Chyba", "Hiba", "Hata",
  ]

  private static let names: [String: String] = {
    let translations: [(String, [String])] = [
      (
        "#DIV/0!",
        ["#¡DIV/0!", "#DEEL/0!", "#DZIEL/0!", "#ДЕЛ/0!", "#DIVISION/0!", "#JAKO/0!", "#ZÉRÓOSZTÓ!"]
      ),
      (
        "#N/A",
        [
          "#NV", "#N/D", "#ND", "#N/B", "#N/D!", "#Н/Д", "#SAKNAS!", "#I/T", "#PUUTTUU!",
          "#HIÁNYZIK",
          "#YOK", "#N/A!",
        ]
      ),
      (
        "#VALUE!",
        [
          "#WERT!", "#VALEUR!", "#¡VALOR!", "#VALORE!", "#VALOR!", "#WAARDE!", "#ARG!", "#ЗНАЧ!",
          "#VÄRDEFEL!", "#VÆRDI!", "#ARVO!", "#HODNOTA!", "#ÉRTÉK!", "#DEĞER!", "#值!",
        ]
      ),
      (
        "#REF!",
        [
          "#BEZUG!", "#¡REF!", "#RIF!", "#VERW!", "#ADR!", "#ССЫЛКА!", "#REFERENS!", "#REFERENCE!",
          "#VIITTAUS!", "#ODKAZ!", "#HIV!", "#BAŞV!",
        ]
      ),
      (
        "#NAME?",
        [
          "#NOM?", "#¿NOMBRE?", "#NOME?", "#NAAM?", "#NAZWA?", "#ИМЯ?", "#NAMN?", "#NAVN?",
          "#NIMI?",
          "#NÁZEV?", "#NÉV?", "#AD?", "#名称?",
        ]
      ),
      (
        "#NUM!",
        [
          "#ZAHL!", "#NOMBRE!", "#¡NUM!", "#NÚM!", "#GETAL!", "#LICZBA!", "#ЧИСЛО!", "#OGILTIGT!",
          "#LUKU!", "#ČÍSLO!", "#SZÁM!", "#SAYI!",
        ]
      ),
      (
        "#NULL!",
        [
          "#NUL!", "#¡NULO!", "#NULLO!", "#NULO!", "#LEEG!", "#ZERO!", "#ПУСТО!", "#NULLA!",
          "#BOŞ!",
        ]
      ),
    ]
    var names: [String: String] = [:]
    for (name, others) in translations {
      names[name] = name
      for other in others { names[other] = name }
    }
    return names
  }()
}

// SPDX-License-Identifier: Apache-2.0

/// A language of messages and releases; the raw value is its tag in file names and options.
package enum Language: String, Hashable, Sendable, CaseIterable {
  case chinese = "zh"
  case english = "en"
}

/// A name in Chinese and English. Where an office gives only Chinese, English repeats it.
package struct LocalizedName: Hashable, Sendable {
  package let zh: String
  package let en: String

  package init(zh: String, en: String? = nil) {
    self.zh = zh
    self.en = en ?? zh
  }

  package subscript(language: Language) -> String {
    switch language {
    case .chinese: zh
    case .english: en
    }
  }
}

// SPDX-License-Identifier: Apache-2.0
import Statistics
import Synchronization

/// What was read of templates so far. Every release, language and page needs it, and reading it takes
/// longer than printing a page; it says the same whenever it is read.
final class TemplateMemory: Sendable {
  private struct Known {
    var catalogues: [Language: MessageCatalogue] = [:]
    var library: TemplateLibrary?
    var findings: [Finding]?
  }

  private let known = Mutex(Known())

  func catalogue(_ language: Language, read: () -> MessageCatalogue) -> MessageCatalogue {
    if let catalogue = known.withLock({ $0.catalogues[language] }) { return catalogue }
    let catalogue = read()
    known.withLock { $0.catalogues[language] = catalogue }
    return catalogue
  }

  func library(read: () -> TemplateLibrary) -> TemplateLibrary {
    if let library = known.withLock({ $0.library }) { return library }
    let library = read()
    known.withLock { $0.library = library }
    return library
  }

  func findings(check: () -> [Finding]) -> [Finding] {
    if let findings = known.withLock({ $0.findings }) { return findings }
    let findings = check()
    known.withLock { $0.findings = findings }
    return findings
  }
}

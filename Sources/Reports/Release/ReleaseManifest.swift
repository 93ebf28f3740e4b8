// SPDX-License-Identifier: Apache-2.0
import Provenance
import Statistics

/// What a release says of itself, for the archive, the ledger and whoever comes later:
/// `manifest.json`, the shape `yuebao.manifest/2` of Documentation/JSON.md.
package struct ReleaseManifest: Hashable, Sendable, Decodable {
  /// One large number of the report.
  package struct Headline: Hashable, Sendable, Decodable {
    /// By language: `zh`, `en`.
    package let label: [String: String]
    package let unit: [String: String]
    /// The printed digits.
    package let value: String
    package let figure: String
  }

  /// One file of the release but the manifest itself.
  package struct File: Hashable, Sendable, Decodable {
    /// Relative to the release's folder.
    package let path: String
    package let bytes: Int
    package let sha256: String
  }

  package let schema: String
  /// `2021-05`.
  package let period: String
  package let audience: String
  package let vintage: Int
  package let languages: [String]
  package let headlines: [Headline]
  /// Sorted by path.
  package let files: [File]
  /// The program's.
  package let version: String
  /// The digest of the files that the release was made from.
  package let snapshot: String?
  /// `nil` for a first vintage.
  package let revision: RevisionNote?

  package static let path = "manifest.json"
  static let schema = "yuebao.manifest/2"

  /// Whether rendered files are those of the release: all but the manifest, which says also what
  /// does not show in any other file.
  package func holds(_ rendered: [ReleaseFile]) -> Bool {
    let others = rendered.filter { $0.path != Self.path }
    let known = Dictionary(
      files.map { ($0.path, $0.sha256) }, uniquingKeysWith: { first, _ in first })
    return others.count == files.count
      && others.allSatisfy { known[$0.path] == Digest(of: $0.bytes).text }
  }
}

extension ReleaseManifest {
  /// The manifest's file: what a reader needs of the release, and the digest of each of its files.
  static func file(
    _ content: ReleaseContent, _ reports: [Report], _ files: [ReleaseFile]
  ) -> ReleaseFile {
    let headlines = (reports.first?.headlines ?? []).indices.map { index in
      JSONValue.object([
        "label": byLanguage(reports) { $0.headlines[index].label },
        "unit": byLanguage(reports) { $0.headlines[index].unit },
        "value": .text(reports[0].headlines[index].value),
        "figure": .text(reports[0].headlines[index].figure),
      ])
    }
    let sizes = files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }.map {
      JSONValue.object([
        "path": .text($0.path), "bytes": .integer($0.bytes.count),
        "sha256": .text(Digest(of: $0.bytes).text),
      ])
    }
    var members: [String: JSONValue] = [
      "schema": .text(schema), "period": .text(content.period.description),
      "vintage": .integer(content.vintage), "audience": .text(content.audience.rawValue),
      "languages": .list(content.languages.map { .text($0.rawValue) }),
      "synthetic": .boolean(content.publisher.isSynthetic), "headlines": .list(headlines),
      "files": .list(sizes), "version": .text(content.origin.version),
    ]
    members["snapshot"] = (content.origin.snapshot?.text).map(JSONValue.text)
    members["revision"] = content.revision.map(JSONValue.init)
    return ReleaseFile(path: path, bytes: JSONValue.document(members))
  }

  private static func byLanguage(_ reports: [Report], _ text: (Report) -> String) -> JSONValue {
    .object(
      Dictionary(
        uniqueKeysWithValues: reports.map { ($0.front.language.rawValue, .text(text($0))) }))
  }
}

// MARK: - The note as JSON

extension JSONValue {
  fileprivate init(_ note: RevisionNote) {
    var members: [String: JSONValue] = [
      "vintage": .integer(note.vintage),
      "figures": .list(note.figures.map(JSONValue.init)),
      "causes": .list(note.causes.map(JSONValue.init)),
    ]
    members["reason"] = note.reason.map(JSONValue.text)
    members["program"] = note.program.map {
      .object(["before": .text($0.before), "after": .text($0.after)])
    }
    self = .object(members)
  }

  private init(_ figure: FigureRevision) {
    var members: [String: JSONValue] = [
      "name": .text(figure.name), "unit": .text(figure.unit),
      "causes": .list(figure.causes.map(JSONValue.text)),
    ]
    members["before"] = figure.before.map(JSONValue.init)
    members["after"] = figure.after.map(JSONValue.init)
    self = .object(members)
  }

  private init(_ value: PublishedValue) {
    var members: [String: JSONValue] = [:]
    members["value"] = value.value.map(JSONValue.text)
    members["rounded"] = value.rounded.map(JSONValue.text)
    members["missing"] = value.missing.map(JSONValue.text)
    self = .object(members)
  }

  private init(_ cause: RevisionCause) {
    self = .object([
      "path": .text(cause.path), "kind": .text(cause.kind.rawValue),
      "change": .text(cause.change.rawValue), "cellCount": .integer(cause.cellCount),
      "cells": .list(
        cause.cells.map {
          .object(["place": .text($0.place), "before": .text($0.before), "after": .text($0.after)])
        }),
    ])
  }
}

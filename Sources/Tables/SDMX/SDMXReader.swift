// SPDX-License-Identifier: Apache-2.0

/// Reads data in SDMX-ML (ISO 17369; SDMX 2.1 and 3.0, section 3 of each, and their schemas).
///
/// Accepts
/// - generic and structure-specific data of SDMX 2.1, time series or not, and structure-specific
///   data of SDMX 3.0 and 3.1; of SDMX 2.0 and 1.0 generic and compact data, also in a
///   `MessageGroup`;
/// - observations in series, in series of groups, or flat.
///
/// A data set is a sheet, named by the id of its structure. Its first row holds the ids of
/// dimensions, measures and attributes as they are; each further row is an observation with all
/// that its message says of it: what a series, a group or the data set states once stands in every
/// row that it holds for. For the order of columns see `SDMXColumnFinder`.
///
/// `OBS_VALUE` is a number where it is one in decimal digits; `NaN` and `INF` are text. All else is
/// text as it stands, because codes keep their zeros and a period such as `2021-05` is no date. An
/// empty value is an empty cell. Several values in one place are one cell: `SDMXComposite`.
///
/// The message is read twice. It names a component where it first has a value for it, which may be
/// in the last observation, and the names come in the first row; and in SDMX 3.0 groups may stand
/// behind their observations. The first pass learns the names and keeps the groups, so memory grows
/// with these and not with the observations, and a message that is damaged anywhere gives no row.
///
/// A series without observations has no row. A group that no observation belongs to, a footer and
/// the action Delete are told as `.messageNote`. A message without an observation is
/// `.messageWithoutData`, with what its footer says. Annotations and reference metadata are passed
/// over.
///
/// Refuses structure, registry, query and metadata messages, utility and cross-sectional data
/// (SDMX 2.0), elements that the standard does not have in these places, and components that stand
/// twice in one.
struct SDMXReader: TableReader {
  /// For the first pass.
  let text: TextStream
  /// For the second.
  let source: any ByteSource
  let encoding: TextEncoding?

  mutating func read(into writer: SheetWriter) throws(TableProblem) {
    let components = SDMXComponents(limits: writer.limits)
    let message = SDMXMessage()
    var finder = SDMXColumnFinder(components: components, limits: writer.limits)
    try follow(text, message, components, to: &finder, writer.limits)
    guard finder.observationCount > 0 else { throw withoutData(message, finder) }
    for note in message.notes {
      writer.report(TableProblem(.messageNote, detail: note.text, line: note.line))
    }
    components.forgetNames()
    var rows = SDMXRowWriter(components: components, dataSets: finder.dataSets, writer: writer)
    let again = try TextStream(SourceStream(source), encoding: encoding)
    try follow(again, SDMXMessage(), components, to: &rows, writer.limits)
  }

  private func follow<Receiver: SDMXReceiver>(
    _ text: TextStream, _ message: SDMXMessage, _ components: SDMXComponents,
    to receiver: inout Receiver, _ limits: TableLimits
  ) throws(TableProblem) {
    let parser = XMLParser(text, limits: limits)
    let start = receiver
    var handler: SDMXHandler<Receiver>?
    try parser.parse { names in
      let made = SDMXHandler(
        names: SDMXNames(names), components: components, message: message, receiver: start,
        parser: parser, limits: limits)
      handler = made
      return made
    }
    if let handler { receiver = handler.receiver }
  }

  private func withoutData(_ message: SDMXMessage, _ finder: SDMXColumnFinder) -> TableProblem {
    if let first = message.notes.first {
      return TableProblem(.messageWithoutData, detail: message.allNotes, line: first.line)
    }
    let series = finder.seriesCount > 0 ? "\(finder.seriesCount) series, but " : ""
    return TableProblem(.messageWithoutData, detail: "\(series)no observation")
  }
}

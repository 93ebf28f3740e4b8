// SPDX-License-Identifier: Apache-2.0

/// A file whose format is known, with what reads it.
struct RecognisedFile {
  let format: TableFormat
  private let table: TableDescription
  private var reader: any TableReader
  /// The text of formats that are text.
  private let text: TextStream?

  /// Recognises a file from its first bytes: an archive, a compound file, or text in which markup
  /// and its root element tell more. Text that is nothing else is delimited.
  /// - Throws: `.unsupportedFormat`, which says in plain words what the file seems to be;
  ///   `.emptyFile`, `.unreadable`, `.malformedXML` and others where it cannot even be recognised.
  init(_ source: any ByteSource, _ options: TableOptions) throws(TableProblem) {
    let head = try source.bytes(0..<4096)
    if isZip(head) {
      self = try RecognisedFile(
        archive: ZipArchive(source, limits: options.limits), cores: options.cores)
      return
    }
    if XLSReader.recognises(head) {
      self = try RecognisedFile(xls: XLSReader(source, options))
      return
    }
    let text = try TextStream(SourceStream(source), encoding: options.encoding)
    let format = try recogniseFormat(of: text.text, isWhole: text.isWhole)
    self.init(format, text.choice, try textReader(of: format, text, source, options), text)
  }

  private init(
    _ format: TableFormat, _ choice: EncodingChoice, _ reader: any TableReader,
    _ text: TextStream? = nil
  ) {
    self.format = format
    table = TableDescription(
      format: format, encoding: choice.encoding, encodingIsCertain: choice.isCertain)
    self.reader = reader
    self.text = text
  }

  private init(xls reader: XLSReader) {
    let choice = EncodingChoice(
      encoding: reader.workbook.encoding, isCertain: reader.workbook.encodingIsCertain)
    self.init(.xls, choice, reader)
  }

  /// Recognises what an archive holds by the parts that every such document has.
  private init(archive: ZipArchive, cores: Int) throws(TableProblem) {
    let utf8 = EncodingChoice(encoding: .utf8, isCertain: true)
    if let reader = try XLSXReader(archive, cores: cores) {
      self.init(.xlsx, utf8, reader)
      return
    }
    switch try OpenDocumentKind(archive) {
    case .spreadsheet?: self.init(.ods, utf8, ODSReader(archive: archive, cores: cores))
    case .other(let name)?: throw .unsupported(name)
    case nil: throw .unsupported(nameOfZipKind(archive.names))
    }
  }

  /// Reads the file.
  /// - Returns: its problems in the order found, a fatal one last.
  func read(limits: TableLimits, into sink: any BatchSink) -> [TableProblem] {
    let writer = SheetWriter(limits: limits, sink: sink)
    var reader = reader
    var fatal: [TableProblem] = []
    do throws(TableProblem) {
      writer.beginTable(table)
      do throws(TableProblem) {
        try reader.read(into: writer)
      } catch {
        // What was read before still counts.
        if error.kind != .notWanted { try writer.flush() }
        throw error
      }
      try writer.flush()
    } catch {
      if error.kind != .notWanted { fatal = [error] }
    }
    if format != .csv, let doubt = text?.doubt { writer.report(doubt) }
    return writer.problems + fatal
  }
}

/// The reader of a text format.
private func textReader(
  of format: TableFormat, _ text: TextStream, _ source: any ByteSource, _ options: TableOptions
) throws(TableProblem) -> any TableReader {
  switch format {
  case .csv:
    CSVReader(
      source: source,
      dialect: CSVDialect(
        head: text.text, isWhole: text.isWhole, choice: text.choice, wanted: options.separator),
      cores: options.cores)
  case .spreadsheetML: SpreadsheetMLReader(text: text)
  case .flatODS: FlatODSReader(text: text)
  case .html: HTMLReader(text: text)
  case .sdmxML: SDMXReader(text: text, source: source, encoding: options.encoding)
  case .xlsx, .xls, .ods:
    throw .unsupported("\(format.rawValue), which is read from bytes")
  }
}

private func isZip(_ head: [UInt8]) -> Bool {
  head.starts(with: [0x50, 0x4B, 0x03, 0x04]) || head.starts(with: [0x50, 0x4B, 0x05, 0x06])
}

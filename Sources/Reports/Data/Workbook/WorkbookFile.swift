// SPDX-License-Identifier: Apache-2.0
import CXLSXWriter
import Glibc
import Statistics

/// A workbook while it is written, with libxlsxwriter: the one place that owns its memory.
///
/// Nothing in it depends on clock, locale or place. The library writes only to files, so it gets
/// one in memory; its parts pass through unnamed temporary files.
final class WorkbookFile {
  private var book: UnsafeMutablePointer<lxw_workbook>?
  private let descriptor: Int32
  private var formats: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]
  /// `nil` for the spreadsheet's own, which has no Chinese.
  private let font: String?

  init(_ language: Language) throws(WorkbookError) {
    font = language == .chinese ? "等线" : nil
    descriptor = shim_memory_file()
    guard descriptor >= 0 else { throw .notWritten(reason: String(cString: strerror(errno))) }
    book = workbook_new("/proc/self/fd/\(descriptor)")
    guard book != nil else {
      throw .notWritten(reason: String(cString: lxw_strerror(LXW_ERROR_MEMORY_MALLOC_FAILED)))
    }
  }

  deinit {
    if book != nil { lxw_workbook_free(book) }
    if descriptor >= 0 { close(descriptor) }
  }

  /// - Parameter name: one of `sheetNames(_:)`.
  func addSheet(_ name: String) throws(WorkbookError) -> SheetWriter {
    guard let sheet = workbook_add_worksheet(book, name) else {
      throw .notWritten(reason: "worksheet \(name)")
    }
    return SheetWriter(sheet, in: self)
  }

  /// `nil` only where there is no memory; then cells have no style.
  func format(_ style: CellStyle) -> UnsafeMutablePointer<lxw_format>? {
    if let format = formats[style] { return format }
    guard let format = workbook_add_format(book) else { return nil }
    style.apply(to: format, font: font)
    formats[style] = format
    return format
  }

  /// The file's properties. Its date of creation is that of all entries of the archive, since a
  /// true one would make every run's bytes others.
  func setProperties(title: String, author: String?) {
    title.withCString { title in
      (author ?? "").withCString { author in
        // The library copies what it is given, and asks for no permission to change it.
        var properties = lxw_doc_properties()
        properties.title = UnsafeMutablePointer(mutating: title)
        properties.author = UnsafeMutablePointer(mutating: author)
        properties.created = 315_532_800  // 1980-01-01T00:00:00Z
        _ = workbook_set_properties(book, &properties)
      }
    }
  }

  /// Writes everything; nothing can be added after.
  func bytes() throws(WorkbookError) -> [UInt8] {
    let result = workbook_close(book)
    // Closing frees it, also where it fails.
    book = nil
    formats = [:]
    guard result == LXW_NO_ERROR else {
      throw .notWritten(reason: String(cString: lxw_strerror(result)))
    }
    return try content()
  }

  private func content() throws(WorkbookError) -> [UInt8] {
    let size = lseek(descriptor, 0, SEEK_END)
    guard size >= 0 else { throw .notWritten(reason: String(cString: strerror(errno))) }
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
      while filled < size {
        guard let start = buffer.baseAddress else { return }
        let count = pread(descriptor, start + filled, size - filled, off_t(filled))
        if count <= 0 { return }
        filled += count
      }
    }
    guard bytes.count == size else { throw .notWritten(reason: "the file is cut short") }
    return bytes
  }
}

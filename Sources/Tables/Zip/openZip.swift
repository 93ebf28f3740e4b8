// SPDX-License-Identifier: Apache-2.0
import CLibZip

/// Opens an archive whose bytes libzip asks for as it needs them.
/// - Returns: the archive, which frees the source when it is discarded.
func openZip(_ source: any ByteSource) throws(TableProblem) -> OpaquePointer {
  var error = zip_error_t()
  let bytes = Unmanaged.passRetained(ZipBytes(source))
  guard let zipSource = zip_source_function_create(answer, bytes.toOpaque(), &error) else {
    bytes.release()
    throw problem(&error, nil)
  }
  guard let archive = zip_open_from_source(zipSource, ZIP_RDONLY, &error) else {
    let reason = bytes.takeUnretainedValue().failure
    zip_source_free(zipSource)
    throw problem(&error, reason)
  }
  return archive
}

private func problem(
  _ error: UnsafeMutablePointer<zip_error_t>, _ failure: TableProblem?
) -> TableProblem {
  defer { zip_error_fini(error) }
  if let failure { return failure }
  return TableProblem(.damagedContainer, detail: String(cString: zip_error_strerror(error)))
}

/// A place in a source, as libzip moves it.
private final class ZipBytes {
  let source: any ByteSource
  var offset = 0
  var failure: TableProblem?
  var error = zip_error_t()

  init(_ source: any ByteSource) {
    self.source = source
    zip_error_init(&error)
  }
}

/// Answers libzip's commands (zip_source_function(3)).
private func answer(
  _ context: UnsafeMutableRawPointer?, _ data: UnsafeMutableRawPointer?, _ length: UInt64,
  _ command: zip_source_cmd
) -> Int64 {
  guard let context else { return -1 }
  let box = Unmanaged<ZipBytes>.fromOpaque(context)
  let bytes = box.takeUnretainedValue()
  switch command {
  case ZIP_SOURCE_SUPPORTS: return supported
  case ZIP_SOURCE_OPEN:
    bytes.offset = 0
    return 0
  case ZIP_SOURCE_CLOSE: return 0
  case ZIP_SOURCE_READ: return read(bytes, data, Int(length))
  case ZIP_SOURCE_TELL: return Int64(bytes.offset)
  case ZIP_SOURCE_SEEK:
    let offset = zip_source_seek_compute_offset(
      UInt64(bytes.offset), UInt64(bytes.source.size), data, length, &bytes.error)
    if offset < 0 { return -1 }
    bytes.offset = Int(offset)
    return 0
  case ZIP_SOURCE_STAT: return status(bytes, data)
  case ZIP_SOURCE_ERROR: return zip_error_to_data(&bytes.error, data, length)
  case ZIP_SOURCE_FREE:
    box.release()
    return 0
  default:
    zip_error_set(&bytes.error, ZIP_ER_OPNOTSUPP, 0)
    return -1
  }
}

private let supported: Int64 = [
  ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
  ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS,
].reduce(0) { $0 | 1 << Int64($1.rawValue) }

private func read(_ bytes: ZipBytes, _ data: UnsafeMutableRawPointer?, _ length: Int) -> Int64 {
  do throws(TableProblem) {
    let room = UnsafeMutableRawBufferPointer(start: data, count: length)
    let count = try bytes.source.fill(room, at: bytes.offset)
    bytes.offset += count
    return Int64(count)
  } catch {
    bytes.failure = error
    zip_error_set(&bytes.error, ZIP_ER_READ, 0)
    return -1
  }
}

private func status(_ bytes: ZipBytes, _ data: UnsafeMutableRawPointer?) -> Int64 {
  guard let status = data?.assumingMemoryBound(to: zip_stat_t.self) else { return -1 }
  zip_stat_init(status)
  status.pointee.size = UInt64(bytes.source.size)
  status.pointee.valid = UInt64(ZIP_STAT_SIZE)
  return Int64(MemoryLayout<zip_stat_t>.size)
}

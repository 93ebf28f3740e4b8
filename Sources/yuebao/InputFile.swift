// SPDX-License-Identifier: Apache-2.0
import Glibc
import Tables

/// A file that a person names on the command line: a regular one, or what comes through a pipe.
enum InputFile {
  /// Opens `path`; `-` is standard input.
  ///
  /// What cannot be read at any place, such as a pipe, is copied into a file without a name first:
  /// formats like XLSX begin at their end.
  /// - Throws: `Stop` with `.noInput` where there is no such file or it cannot be read, with
  ///   `.cannotCreate` where the copy does not fit on the disk.
  static func open(_ path: String) throws -> FileSource {
    let descriptor = path == "-" ? dup(0) : Glibc.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw unreadable(path) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      defer { close(descriptor) }
      throw unreadable(path)
    }
    if status.st_mode & S_IFMT == S_IFREG, path != "-" || lseek(descriptor, 0, SEEK_CUR) == 0 {
      return try source(descriptor, path)
    }
    defer { close(descriptor) }
    return try source(copy(descriptor, path), path)
  }

  private static func source(_ descriptor: Int32, _ path: String) throws -> FileSource {
    do throws(ByteSourceError) { return try FileSource(descriptor: descriptor) } catch {
      throw Stop(.noInput, .cannotRead(path, reason: error.reason))
    }
  }

  /// - Returns: a file that is gone when it is closed.
  private static func copy(_ input: Int32, _ path: String) throws -> Int32 {
    let output = try makeTemporaryFile()
    do {
      var chunk = [UInt8](repeating: 0, count: 1 << 16)
      while true {
        let count = chunk.withUnsafeMutableBytes { read(input, $0.baseAddress, $0.count) }
        if count == 0 { return output }
        if count < 0 {
          if errno == EINTR { continue }
          throw unreadable(path)
        }
        try write(chunk[..<count], to: output)
      }
    } catch {
      close(output)
      throw error
    }
  }

  private static func makeTemporaryFile() throws -> Int32 {
    var template = Array((temporaryFolder + "/yuebao-XXXXXX").utf8CString)
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw SystemError(path: temporaryFolder) }
    unlink(template)
    return descriptor
  }

  private static func write(_ bytes: ArraySlice<UInt8>, to output: Int32) throws {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(output, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        throw SystemError(path: temporaryFolder)
      }
      rest = rest.dropFirst(count)
    }
  }

  private static var temporaryFolder: String {
    guard let folder = getenv("TMPDIR"), folder.pointee != 0 else { return "/tmp" }
    return String(cString: folder)
  }

  private static func unreadable(_ path: String) -> Stop {
    Stop(.noInput, .cannotRead(path, reason: String(cString: strerror(errno))))
  }
}

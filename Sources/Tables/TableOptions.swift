// SPDX-License-Identifier: Apache-2.0

/// How a file is read, where that is not left to the file.
package struct TableOptions: Sendable {
  /// The encoding, whatever the file's mark or declaration says; `nil` to find it out.
  package var encoding: TextEncoding?
  /// The byte between the cells of a delimited text; `nil` to find it out.
  package var separator: UInt8?
  package var limits = TableLimits.standard
  /// Threads that read at once.
  package var cores: Int

  /// - Parameter cores: `nil` for as many as the machine has.
  package init(
    encoding: TextEncoding? = nil, separator: UInt8? = nil, limits: TableLimits = .standard,
    cores: Int? = nil
  ) {
    self.encoding = encoding
    self.separator = separator
    self.limits = limits
    self.cores = cores ?? Worker.cores
  }
}

// SPDX-License-Identifier: Apache-2.0
import Glibc

/// Containers around one part that the fuzzer makes.
enum FuzzContainer {
  /// A workbook of one sheet, in which one part is replaced.
  static func xlsx(with name: String, _ bytes: [UInt8]) -> [UInt8] {
    var parts = workbookParts
    parts[name] = bytes
    return zip(parts.sorted { $0.key < $1.key })
  }

  static func ods(content: [UInt8]) -> [UInt8] {
    let type = "application/vnd.oasis.opendocument.spreadsheet"
    return zip([("mimetype", Array(type.utf8)), ("content.xml", content)])
  }

  /// A compound file of version 3 with one stream, `Workbook` ([MS-CFB] §2).
  ///
  /// The stream is filled up to 4096 bytes, below which it would lie in the mini stream.
  static func compoundFile(workbook: [UInt8]) -> [UInt8] {
    let padding = max(0, 4096 - workbook.count) + (512 - workbook.count % 512) % 512
    let stream = workbook + [UInt8](repeating: 0, count: padding)
    let streamSectors = (stream.count + 511) / 512
    let fatSectors = (streamSectors + 2 + 126) / 127
    // Sectors: the stream, the directory, then the table of sectors itself.
    let directory = streamSectors
    var fat = (0..<streamSectors).map { UInt32($0 + 1) }
    fat[streamSectors - 1] = endOfChain
    fat.append(endOfChain)
    fat += [UInt32](repeating: 0xFFFF_FFFD, count: fatSectors)
    fat += [UInt32](repeating: .max, count: fatSectors * 128 - fat.count)

    var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    header += [UInt8](repeating: 0, count: 16)
    header += word(0x3E) + word(3) + word(0xFFFE) + word(9) + word(6)
    header += [UInt8](repeating: 0, count: 10)
    header += long(UInt32(fatSectors)) + long(UInt32(directory)) + long(0) + long(4096)
    header += long(endOfChain) + long(0) + long(endOfChain) + long(0)
    for index in 0..<109 {
      header += long(index < fatSectors ? UInt32(directory + 1 + index) : .max)
    }
    var file = header + stream + [UInt8](repeating: 0, count: streamSectors * 512 - stream.count)
    file += entry("Root Entry", type: 5, child: 1, start: endOfChain, size: 0)
    file += entry("Workbook", type: 2, child: .max, start: 0, size: UInt32(stream.count))
    file += [UInt8](repeating: 0, count: 256)
    return file + fat.flatMap(long)
  }
}

private let endOfChain: UInt32 = 0xFFFF_FFFE

private func entry(
  _ name: String, type: UInt8, child: UInt32, start: UInt32, size: UInt32
) -> [UInt8] {
  let units = name.utf16.flatMap(word) + [0, 0]
  var entry = units + [UInt8](repeating: 0, count: 64 - units.count)
  entry += word(UInt16(units.count)) + [type, 1] + long(.max) + long(.max) + long(child)
  entry += [UInt8](repeating: 0, count: 36)
  return entry + long(start) + long(size) + long(0)
}

private func word(_ value: UInt16) -> [UInt8] {
  [UInt8(truncatingIfNeeded: value), UInt8(value >> 8)]
}

private func long(_ value: UInt32) -> [UInt8] {
  word(UInt16(truncatingIfNeeded: value)) + word(UInt16(value >> 16))
}

/// A zip archive of uncompressed entries (APPNOTE.TXT §4.3).
private func zip(_ entries: [(key: String, value: [UInt8])]) -> [UInt8] {
  var file: [UInt8] = []
  var directory: [UInt8] = []
  for (name, bytes) in entries {
    let sizes = long(crc32(bytes)) + long(UInt32(bytes.count)) + long(UInt32(bytes.count))
    let common = word(20) + word(0) + word(0) + long(0x2100_0000) + sizes
    let fields = common + word(UInt16(name.utf8.count)) + word(0)
    directory += [0x50, 0x4B, 1, 2] + word(20) + fields + [UInt8](repeating: 0, count: 10)
    directory += long(UInt32(file.count)) + name.utf8
    file += [0x50, 0x4B, 3, 4] + fields + name.utf8 + bytes
  }
  let count = word(UInt16(entries.count))
  let end =
    [0x50, 0x4B, 5, 6] + word(0) + word(0) + count + count + long(UInt32(directory.count))
    + long(UInt32(file.count)) + word(0)
  return file + directory + end
}

private func crc32(_ bytes: [UInt8]) -> UInt32 {
  var crc: UInt32 = .max
  for byte in bytes {
    crc ^= UInt32(byte)
    for _ in 0..<8 { crc = crc & 1 == 0 ? crc >> 1 : crc >> 1 ^ 0xEDB8_8320 }
  }
  return ~crc
}

private let workbookParts: [String: [UInt8]] = [
  "[Content_Types].xml": """
  <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
  <Default Extension="xml" ContentType="application/xml"/>
  <Override PartName="/xl/workbook.xml" ContentType="\(contentType("sheet.main"))"/>
  <Override PartName="/xl/worksheets/sheet1.xml" ContentType="\(contentType("worksheet"))"/>
  </Types>
  """,
  "_rels/.rels": relationships([("rId1", "officeDocument", "xl/workbook.xml")]),
  "xl/workbook.xml": """
  <workbook xmlns="\(mainNamespace)" xmlns:r="\(relationshipNamespace)">
  <sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>
  """,
  "xl/_rels/workbook.xml.rels": relationships([
    ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "sharedStrings", "sharedStrings.xml"),
    ("rId3", "styles", "styles.xml"),
  ]),
  "xl/sharedStrings.xml": "<sst xmlns=\"\(mainNamespace)\"><si><t>a</t></si></sst>",
  "xl/styles.xml": """
  <styleSheet xmlns="\(mainNamespace)"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/>
  </cellXfs></styleSheet>
  """,
  "xl/worksheets/sheet1.xml": """
  <worksheet xmlns="\(mainNamespace)"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c>
  <c r="B1" s="1"><v>44000.5</v></c></row></sheetData></worksheet>
  """,
].mapValues { Array($0.utf8) }

private let mainNamespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
private let relationshipNamespace =
  "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

private func contentType(_ kind: String) -> String {
  "application/vnd.openxmlformats-officedocument.spreadsheetml.\(kind)+xml"
}

private func relationships(_ entries: [(id: String, type: String, target: String)]) -> String {
  "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    + entries.map { entry in
      "<Relationship Id=\"\(entry.id)\" Type=\"\(relationshipNamespace)/\(entry.type)\""
        + " Target=\"\(entry.target)\"/>"
    }.joined() + "</Relationships>"
}

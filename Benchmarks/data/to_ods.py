# SPDX-License-Identifier: Apache-2.0
"""Writes a CSV file of the demo as ODS, its cells as LibreOffice writes them."""

import csv
import sys
from html import escape
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

TEXT_COLUMNS = 6
MIMETYPE = "application/vnd.oasis.opendocument.spreadsheet"
MANIFEST = f"""<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{MIMETYPE}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>
"""
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"\
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"\
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"\
 xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"\
 office:version="1.3"><office:body><office:spreadsheet><table:table table:name="B204-1表">\
<table:table-column table:number-columns-repeated="30"/>"""
FOOT = "</table:table></office:spreadsheet></office:body></office:document-content>\n"


def cell(row, column, text):
    if not text:
        return "<table:table-cell/>"
    kind = ' office:value-type="string" calcext:value-type="string"'
    if row > 0 and column >= TEXT_COLUMNS:
        kind = f' office:value-type="float" office:value="{text}" calcext:value-type="float"'
    return f"<table:table-cell{kind}><text:p>{escape(text)}</text:p></table:table-cell>"


def main(source, target):
    with open(source, encoding="utf-8", newline="") as file, ZipFile(target, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", MIMETYPE, ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        with archive.open("content.xml", "w") as content:
            content.write(HEAD.encode())
            for number, row in enumerate(csv.reader(file)):
                cells = "".join(cell(number, column, text) for column, text in enumerate(row))
                content.write(f"<table:table-row>{cells}</table:table-row>".encode())
            content.write(FOOT.encode())


if __name__ == "__main__":
    main(*sys.argv[1:])

# SPDX-License-Identifier: Apache-2.0
"""Writes a CSV file of the demo as the HTML table that many systems export under the name .xls."""

import csv
import sys
from html import escape

TEXT_COLUMNS = 6
HEAD = """<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">
<head><meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<style>.text {mso-number-format:"\\@"}</style></head>
<body><table border="1">
"""


def cell(column, text):
    return f'<td class="text">{escape(text)}</td>' if column < TEXT_COLUMNS else f"<td>{text}</td>"


def main(source, target):
    with open(source, encoding="utf-8", newline="") as file, open(target, "w", encoding="utf-8") as out:
        out.write(HEAD)
        rows = csv.reader(file)
        out.write("<tr>" + "".join(f"<th>{escape(name)}</th>" for name in next(rows)) + "</tr>\n")
        for row in rows:
            out.write("<tr>" + "".join(cell(*pair) for pair in enumerate(row)) + "</tr>\n")
        out.write("</table></body></html>\n")


if __name__ == "__main__":
    main(*sys.argv[1:])

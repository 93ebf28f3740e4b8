# SPDX-License-Identifier: Apache-2.0
"""What an analyst would write with pandas: read every unit return below Input/returns, and print
cumulative value added and its growth for the total, division 39 and division 38 of one period.

No check, no findings, no report: only the reading and three sums."""
import pathlib
import sys

import pandas as pd
from lxml import etree

SS = "{urn:schemas-microsoft-com:office:spreadsheet}"


def sheets(path):
    """The tables of one file: CSV in UTF-8 or GB18030, or SpreadsheetML."""
    data = path.read_bytes()
    if data.lstrip()[:1] != b"<":
        try:
            text = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = data.decode("gb18030")
        from io import StringIO

        yield pd.read_csv(StringIO(text), dtype=str)
        return
    # The parser knows GB2312 only in its narrow sense.
    if b"GB2312" in data[:100]:
        data = data.decode("gb18030").replace("GB2312", "UTF-8", 1).encode()
    for sheet in etree.fromstring(data).iter(SS + "Worksheet"):
        rows = []
        for row in sheet.iter(SS + "Row"):
            cells = []
            for cell in row.iter(SS + "Cell"):
                index = cell.get(SS + "Index")
                while index and len(cells) < int(index) - 1:
                    cells.append(None)
                cells.append("".join(cell.itertext()))
            rows.append(cells)
        yield pd.DataFrame(rows[1:], columns=rows[0])


folder, period = pathlib.Path(sys.argv[1]) / "returns", sys.argv[2].replace("-", "")
parts = []
for path in sorted(folder.rglob("b204-1-*")):
    for table in sheets(path):
        parts.append(table[["行业代码", "报告期", "工业增加值_1-本月(千元)", "工业增加值_上年同期_1-本月(千元)"]])
frame = pd.concat(parts)
frame.columns = ["industry", "period", "value", "reference"]
frame = frame[frame.period == period].astype({"value": "int64", "reference": "int64"})
for name, codes in (("total", ""), ("electronics", "39"), ("electrical_machinery", "38")):
    rows = frame[frame.industry.str.startswith(codes)]
    value, reference = rows.value.sum(), rows.reference.sum()
    print(name, value, (value / reference - 1) * 100)

# SPDX-License-Identifier: Apache-2.0
"""What an office would otherwise write: the same returns read with pandas and lxml.

Reads every file below FOLDER, keeps those with one row a unit, and prints for PERIOD the cumulative
value added in thousand yuan of this year and of the same period, for the total and two divisions.
No validation, no register, no report: less than Yuebao does.
"""

import sys
from io import BytesIO
from pathlib import Path

import pandas as pd
from lxml import etree

SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
CURRENT, REFERENCE = "工业增加值_1-本月", "工业增加值_上年同期_1-本月"
THOUSANDS = {"元": 0.001, "千元": 1, "万元": 10, "亿元": 100_000}


def decode(data):
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def read_workbook(text):
    """SpreadsheetML 2003, which pandas does not read itself."""
    body = text[text.index("?>") + 2 :] if text.startswith("<?xml") else text
    rows = []
    for _, row in etree.iterparse(BytesIO(body.encode()), tag=SS + "Row", huge_tree=True):
        cells, column = {}, 0
        for cell in row.iterfind(SS + "Cell"):
            column = int(cell.get(SS + "Index", column + 1))
            data = cell.find(SS + "Data")
            cells[column - 1] = "".join(data.itertext()) if data is not None else ""
            column += int(cell.get(SS + "MergeAcross", 0))
        rows.append([cells.get(i, "") for i in range(max(cells, default=-1) + 1)])
        row.clear()
    header = next((i for i, row in enumerate(rows) if "统一社会信用代码" in row), None)
    return None if header is None else pd.DataFrame(rows[header + 1 :], columns=rows[header])


def read_csv(text):
    lines = text.splitlines()
    header = next((i for i, line in enumerate(lines) if line.startswith("统一社会信用代码,")), None)
    if header is None:
        return None
    return pd.read_csv(BytesIO(text.encode()), skiprows=header, dtype=str, skip_blank_lines=False)


def value_column(frame, wanted):
    for name in frame.columns:
        words, _, unit = str(name).replace("（", "(").replace("—", "-").partition("(")
        if words.strip() == wanted:
            unit = unit.rstrip(")）") or "千元"
            return pd.to_numeric(frame[name].str.replace(",", "")) * THOUSANDS[unit]
    raise KeyError(wanted)


def read(path):
    text = decode(path.read_bytes())
    frame = read_workbook(text) if text.lstrip().startswith("<?xml") else read_csv(text)
    if frame is None:
        return None
    # Without notes, and without the header of a workbook's next sheet.
    frame = frame[frame["统一社会信用代码"].str.fullmatch(r"[0-9A-Z]{18}", na=False)]
    return pd.DataFrame(
        {
            "industry": frame["行业代码"],
            "period": frame["报告期"].astype(str),
            "current": value_column(frame, CURRENT),
            "reference": value_column(frame, REFERENCE),
        }
    )


def main(folder, period):
    paths = sorted(p for p in Path(folder).rglob("*") if p.is_file() and not p.name.startswith("README"))
    frames = [frame for path in paths if (frame := read(path)) is not None]
    returns = pd.concat(frames, ignore_index=True)
    month = returns[returns["period"] == period.replace("-", "")]
    for name, division in [("total", ""), ("electronics", "39"), ("electrical_machinery", "38")]:
        part = month[month["industry"].str.startswith(division)]
        print(name, int(part["current"].sum()), int(part["reference"].sum()))


if __name__ == "__main__":
    main(*sys.argv[1:])

# SPDX-License-Identifier: Apache-2.0
"""SpreadsheetML 2003 with pandas.read_xml, which gives all cells as one column; it is cut into rows here."""

import sys
from pathlib import Path

import pandas as pd

NAMESPACES = {"ss": "urn:schemas-microsoft-com:office:spreadsheet"}
INDUSTRY, VALUE = "行业代码", "工业增加值_1-本月(千元)"
WIDTH = 30

for path in sys.argv[1:]:
    cells = pd.read_xml(path, xpath="//ss:Data", namespaces=NAMESPACES, dtype=str)["Data"]
    table = cells.to_numpy().reshape(-1, WIDTH)
    frame = pd.DataFrame(table[1:], columns=table[0])
    values = frame[VALUE].astype("int64")
    for sector, prefix in [("total", ""), ("39", "39"), ("38", "38")]:
        print(Path(path).name, sector, values[frame[INDUSTRY].str.startswith(prefix)].sum())

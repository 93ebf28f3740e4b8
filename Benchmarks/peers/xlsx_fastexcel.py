# SPDX-License-Identifier: Apache-2.0
"""XLSX with fastexcel: Rust's calamine gives Arrow columns, summed with pyarrow."""

import sys
from pathlib import Path

import fastexcel
import pyarrow.compute as pc

INDUSTRY, VALUE = "行业代码", "工业增加值_1-本月(千元)"

for path in sys.argv[1:]:
    table = fastexcel.read_excel(path).load_sheet_eager(
        0, use_columns=[INDUSTRY, VALUE], dtypes={INDUSTRY: "string", VALUE: "int"}
    )
    for sector, prefix in [("total", ""), ("39", "39"), ("38", "38")]:
        print(Path(path).name, sector, pc.sum(table[VALUE].filter(pc.starts_with(table[INDUSTRY], prefix))))

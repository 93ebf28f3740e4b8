# SPDX-License-Identifier: Apache-2.0
"""XLSX with python-calamine: Rust's calamine gives Python rows."""

import sys
from pathlib import Path

from python_calamine import load_workbook

INDUSTRY, VALUE = "行业代码", "工业增加值_1-本月(千元)"

for path in sys.argv[1:]:
    table = load_workbook(path).get_sheet_by_index(0).iter_rows()
    header = next(table)
    industry, value = header.index(INDUSTRY), header.index(VALUE)
    sums = {"total": 0, "39": 0, "38": 0}
    for row in table:
        number = int(row[value])
        sums["total"] += number
        division = row[industry][:2]
        if division in sums:
            sums[division] += number
    for sector, number in sums.items():
        print(Path(path).name, sector, number)

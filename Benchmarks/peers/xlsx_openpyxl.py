# SPDX-License-Identifier: Apache-2.0
"""XLSX with openpyxl, read-only, so that rows are streamed."""

import sys
from pathlib import Path

from openpyxl import load_workbook

INDUSTRY, VALUE = "行业代码", "工业增加值_1-本月(千元)"

for path in sys.argv[1:]:
    workbook = load_workbook(path, read_only=True)
    table = workbook.worksheets[0].iter_rows(values_only=True)
    header = next(table)
    industry, value = header.index(INDUSTRY), header.index(VALUE)
    sums = {"total": 0, "39": 0, "38": 0}
    for row in table:
        number = row[value]
        sums["total"] += number
        division = row[industry][:2]
        if division in sums:
            sums[division] += number
    for sector, number in sums.items():
        print(Path(path).name, sector, number)
    workbook.close()

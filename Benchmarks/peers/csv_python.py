# SPDX-License-Identifier: Apache-2.0
"""CSV with Python's own csv module. What it says is what the others are held to."""

import csv
import sys
from pathlib import Path

INDUSTRY, VALUE = "行业代码", "工业增加值_1-本月(千元)"

for path in sys.argv[1:]:
    with open(path, encoding="utf-8", newline="") as file:
        table = csv.reader(file)
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

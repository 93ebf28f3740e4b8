# SPDX-License-Identifier: Apache-2.0
"""An HTML table with lxml.html: the tree of the page, then its rows."""

import sys
from pathlib import Path

from lxml import html

INDUSTRY, VALUE = "行业代码", "工业增加值_1-本月(千元)"

for path in sys.argv[1:]:
    table = html.parse(path, html.HTMLParser(encoding="utf-8", huge_tree=True)).iter("tr")
    header = [cell.text for cell in next(table)]
    industry, value = header.index(INDUSTRY), header.index(VALUE)
    sums = {"total": 0, "39": 0, "38": 0}
    for row in table:
        number = int(row[value].text)
        sums["total"] += number
        division = row[industry].text[:2]
        if division in sums:
            sums[division] += number
    for sector, number in sums.items():
        print(Path(path).name, sector, number)

# SPDX-License-Identifier: Apache-2.0
"""CSV with pandas, its C engine and only the two columns."""

import sys
from pathlib import Path

import pandas as pd

INDUSTRY, VALUE = "行业代码", "工业增加值_1-本月(千元)"

for path in sys.argv[1:]:
    frame = pd.read_csv(path, usecols=[INDUSTRY, VALUE], dtype={INDUSTRY: str, VALUE: "int64"})
    for sector, prefix in [("total", ""), ("39", "39"), ("38", "38")]:
        print(Path(path).name, sector, frame.loc[frame[INDUSTRY].str.startswith(prefix), VALUE].sum())

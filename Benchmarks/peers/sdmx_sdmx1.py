# SPDX-License-Identifier: Apache-2.0
"""SDMX-ML 2.1 with sdmx1 into pandas."""

import sys
from pathlib import Path

import sdmx

for path in sys.argv[1:]:
    frame = sdmx.to_pandas(sdmx.read_sdmx(path)).rename("value").reset_index()
    frame = frame[frame["INDICATOR"] == "VALUE_ADDED_YTD"]
    for sector, prefix in [("total", ""), ("39", "39"), ("38", "38")]:
        print(Path(path).name, sector, int(frame.loc[frame["ACTIVITY"].str.startswith(prefix), "value"].sum()))

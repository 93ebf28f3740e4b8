# SPDX-License-Identifier: Apache-2.0
"""SDMX-ML 2.1 with lxml: observation by observation, each removed from the tree after use."""

import sys
from pathlib import Path

from lxml import etree

for path in sys.argv[1:]:
    sums = {"total": 0, "39": 0, "38": 0}
    for _, observation in etree.iterparse(path, tag="Obs"):
        if observation.get("INDICATOR") == "VALUE_ADDED_YTD":
            number = int(observation.get("OBS_VALUE"))
            sums["total"] += number
            division = observation.get("ACTIVITY")[:2]
            if division in sums:
                sums[division] += number
        observation.clear()
        while observation.getprevious() is not None:
            del observation.getparent()[0]
    for sector, number in sums.items():
        print(Path(path).name, sector, number)

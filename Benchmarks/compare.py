# SPDX-License-Identifier: Apache-2.0
"""Compares yuebao's own sums (JSON) with the peer's; fails where they differ."""
import json
import sys
from fractions import Fraction

figures = {figure["name"].split("@")[0]: figure for figure in json.load(open(sys.argv[1]))["figures"]}
for line in open(sys.argv[2]):
    sector, value, growth = line.split()
    level = figures[f"value_added.{sector}.ytd.level"]
    rate = figures[f"value_added.{sector}.ytd.yoy"]
    # The bureau's figure is printed where there is one; the own sum stands beside it.
    own = Fraction(level["own_value"] or level["value"])
    own_rate = Fraction(rate["own_value"] or rate["value"])
    assert own == Fraction(int(value), 100_000), (sector, own, value)
    assert abs(float(own_rate) - float(growth)) < 1e-9, (sector, own_rate, growth)
print("the answers agree", file=sys.stderr)

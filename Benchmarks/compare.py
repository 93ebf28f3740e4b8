# SPDX-License-Identifier: Apache-2.0
"""Holds the figures of `yuebao figures --format json` (first) against the peer's sums (second)."""

import json
import sys
from fractions import Fraction


def main(figures_file, sums_file, period):
    with open(figures_file, encoding="utf-8") as file:
        figures = {figure["name"]: figure for figure in json.load(file)["figures"]}
    with open(sums_file, encoding="utf-8") as file:
        lines = [line.split() for line in file]
    for sector, current, reference in lines:
        current, reference = Fraction(current), Fraction(reference)
        expected = {"level": current / 100_000, "yoy": (current / reference - 1) * 100}
        for measure, value in expected.items():
            figure = figures[f"value_added.{sector}.ytd.{measure}@{period}"]
            own = Fraction(figure["value"] if figure["origin"] == "returns" else figure["own_value"])
            if own != value:
                sys.exit(f"{figure['name']}: yuebao {own}, pandas {value}")
    print(f"the same {2 * len(lines)} figures from both", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])

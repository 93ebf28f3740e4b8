# SPDX-License-Identifier: Apache-2.0
"""Reads the answers from what the contenders print. All numbers are exact."""

import json
from fractions import Fraction
from pathlib import Path

DIVISIONS = {"total": "total", "electronics": "39", "electrical_machinery": "38"}


def sums(output):
    """Of `sums` and the peers, lines of `<file> <sector> <sum>`: {(month, sector): thousand yuan}."""
    lines = (line.split() for line in output.splitlines())
    return {(month_of(file), sector): Fraction(number) for file, sector, number in lines}


def month_of(file):
    return Path(file).stem.removeprefix("b204-1-")


def figures(output):
    """The same of `yuebao figures`: its own sums, also where the bureau's figure is printed."""
    return {
        (figure["period"].replace("..", "-"), DIVISIONS[figure["sector"]]): own_value(figure) * 100_000
        for figure in cumulative(output, "level")
    }


def figures_with_growth(output):
    """Of `yuebao figures`, beside the report: {(sector, measure): thousand yuan or percent}."""
    levels = {(figure["sector"], "level"): own_value(figure) * 100_000 for figure in cumulative(output, "level")}
    growth = {(figure["sector"], "yoy"): own_value(figure) for figure in cumulative(output, "yoy")}
    return levels | growth


def sums_with_growth(output):
    """The same of the report's peer, lines of `<sector> <sum> <sum of the year before>`."""
    answers = {}
    for sector, *numbers in (line.split() for line in output.splitlines()):
        current, reference = map(Fraction, numbers)
        answers[sector, "level"] = current
        answers[sector, "yoy"] = (current / reference - 1) * 100
    return answers


def cumulative(output, measure):
    for figure in json.loads(output)["figures"]:
        if figure["sector"] in DIVISIONS and (figure["basis"], figure["measure"]) == ("ytd", measure):
            yield figure


def own_value(figure):
    return Fraction(figure["value"] if figure["origin"] == "returns" else figure["own_value"])

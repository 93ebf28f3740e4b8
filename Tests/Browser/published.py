# SPDX-License-Identifier: Apache-2.0
"""The numbers of one release, by their figures' names, in each of its formats."""

import csv
import decimal
import functools
import json
import re

import markup

NUMBER = re.compile(r"[-−+]?\d[\d,]*(?:\.\d+)?")


@functools.cache
def figures(release):
    """A release's figures by name: what figures.json says is printed, or None where missing."""
    path = release / "data/figures.json"
    listed = json.loads(path.read_text(encoding="utf-8"))["figures"]
    return {one["name"]: one.get("rounded") for one in listed}


def plain(text):
    """A printed number as JSON writes it."""
    return text.replace(",", "").replace("−", "-").removeprefix("+")


def page_problems(page, release, tree, document):
    """Where a page's figures differ from the document's or from figures.json."""
    numbers = {plain(one) for one in NUMBER.findall(" ".join(document.itertext()))}
    unsigned = {one.lstrip("-") for one in numbers}
    cells = {id(span) for cell in tree.iter("td") for span in cell.iter("span")}
    known = figures(release)
    for span in tree.iter("span"):
        name = span.get("data-figure")
        text = plain("".join(span.itertext()))
        if name is None or not NUMBER.fullmatch(text):
            continue
        # In a sentence the word says the direction, so the number is without its sign.
        if text not in numbers and text.lstrip("-") not in unsigned:
            yield "numbers", f"{name}: {text} is not in the document"
        rounded = known.get(name, text)
        is_same = rounded == text or id(span) not in cells and (rounded or "").lstrip("-") == text
        if not is_same:
            yield "numbers", f"{name}: {text}, figures.json has {rounded}"


def sdmx_problems(release):
    """Where figures.sdmx.csv, which is exact, does not round to what figures.json prints."""
    with open(release / "data/figures.sdmx.csv", encoding="utf-8-sig", newline="") as file:
        listed = list(csv.DictReader(file))
    known = figures(release)
    for row in listed:
        if row["BREAKDOWN"] != "_T":
            continue
        name = "{INDICATOR}.{SECTOR}.{BASIS}.{MEASURE}@{TIME_PERIOD}".format(**row)
        if name not in known:
            continue
        value = None
        if row["OBS_VALUE"] != "NaN":
            exponent = decimal.Decimal(1).scaleb(-int(row["DECIMALS"]))
            value = decimal.Decimal(row["OBS_VALUE"]).quantize(exponent, decimal.ROUND_HALF_UP)
            value = f"{value + 0:f}"
        if value != known[name]:
            yield f"{name}: {row['OBS_VALUE']}, figures.json has {known[name]}"


def table_problems(path, rows):
    """Where no row of the pages' tables says what a row of a file of data/ says.

    `rows` are all rows of that language by their headings, without footnote marks.
    """
    with open(path, encoding="utf-8-sig", newline="") as file:
        body = [[_bare(cell) for cell in row] for row in list(csv.reader(file))[1:]]
    for number, (heading, *cells) in enumerate(body, 2):
        numbers = {cell for cell in cells if NUMBER.fullmatch(cell)}
        if not any(numbers <= _numbers(shown) for shown in rows.get(heading, [])):
            yield f"line {number}: no page has {heading} with {sorted(numbers)}"


def _bare(cell):
    # An apostrophe keeps spreadsheets from taking a text for a formula.
    return " ".join(cell.removeprefix("'").split())


def _numbers(cells):
    """The numbers that cells begin with; a page writes the unit behind them."""
    return {plain(one.group()) for one in map(NUMBER.match, cells) if one}

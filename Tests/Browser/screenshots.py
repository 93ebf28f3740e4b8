#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Photographs the pages of a release that Documentation/Images/ shows.

    screenshots.py RELEASE FOLDER

Each picture is the top of a page in a window of a given size, or the first sheets on A4.
"""

import asyncio
import base64
import pathlib
import subprocess
import sys

import devtools

# Picture, page, width and height in CSS pixels, pixels of the picture for each.
SCREENS = [
    ("report.zh", "report", 1280, 1500, 1),
    ("report.en", "report.en", 1280, 1500, 1),
    ("report.zh.phone", "report", 360, 1100, 2),
    ("report.en.phone", "report.en", 360, 1100, 2),
    ("plan.zh", "pages/plan", 1280, 1500, 1),
    ("target.zh", "pages/target-G01", 1280, 1300, 1),
    ("report.zh.dark", "report", 1280, 1500, 1),
]
# Picture, page, the sheets in it.
SHEETS = [("print.zh", "report", 1, 2), ("print.en", "pages/plan.en", 1, 2)]
# Pixels to an inch of paper: legible, and two sheets side by side are as wide as a screen.
RESOLUTION = 76


async def photograph(tab, release, folder):
    for name, page, width, height, scale in SCREENS:
        await tab.scheme("dark" if name.endswith(".dark") else "light")
        await tab.resize(width, height, scale)
        await tab.open((release / f"{page}.html").as_uri())
        shot = await tab.send("Page.captureScreenshot", format="png")
        (folder / f"{name}.png").write_bytes(base64.b64decode(shot["data"]))


async def print_sheets(tab, release, folder):
    for name, page, first, last in SHEETS:
        await tab.open((release / f"{page}.html").as_uri())
        paper = await tab.send(
            "Page.printToPDF", preferCSSPageSize=True, printBackground=True,
            displayHeaderFooter=False)
        for sheet in range(first, last + 1):
            subprocess.run(
                ["pdftoppm", "-r", str(RESOLUTION), "-f", str(sheet), "-l", str(sheet),
                 "-singlefile", "-gray", "-png", "-", folder / f"{name}.{sheet}"],
                input=base64.b64decode(paper["data"]), check=True)


async def main(release, folder):
    folder.mkdir(parents=True, exist_ok=True)
    async with devtools.Browser() as browser:
        tab = await browser.tab()
        await photograph(tab, release, folder)
        await tab.scheme("light", media="print")
        await print_sheets(tab, release, folder)


if __name__ == "__main__":
    asyncio.run(main(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()))

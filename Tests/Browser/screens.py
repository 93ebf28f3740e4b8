#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Opens one page of every kind below the folders named in a browser, prints each, and says what is wrong.

Standard output is JSON: {"pages": COUNT, "problems": ["page: check: text"]}. Exit 0 whatever the
problems, 1 where the browser or a package fails.
"""

import asyncio
import base64
import concurrent.futures
import json
import multiprocessing
import pathlib
import sys

import axe_playwright_python
import devtools
import printed
import releases

HERE = pathlib.Path(__file__).parent
LAYOUT = (HERE / "layout.js").read_text(encoding="utf-8")
REPEATS = (HERE / "repeats.js").read_text(encoding="utf-8")
CONTENTS = (HERE / "contents.js").read_text(encoding="utf-8")
# Of that package only the script is used: axe-core itself.
AXE = (pathlib.Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(
    encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
# Those that another width or other colours can break.
SHOWN = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"]
# Each width is seen once. What another width or other colours can break is looked at on the first
# page about each subject only: languages and audiences share colours and boxes.
VIEWS = [(1280, "light", ["color-contrast"]), (768, "light", None), (360, "dark", SHOWN)]
# The width of a sheet between its margins, 210 mm less 36 mm, in CSS pixels.
A4_WIDTH = 658
TABS = 2


class Check:
    """The checks of one page, in one tab; those that take long only if it is an example of others."""

    def __init__(self, page, is_example, for_colours, readers):
        self.page, self.problems, self.readers = page, [], readers
        self.is_example, self.for_colours = is_example, for_colours

    def say(self, check, text):
        self.problems.append(f"{self.page.name}: {check}: {text}")

    async def run(self, tab):
        await tab.open(self.page.path.as_uri())
        for text in await tab.evaluate(CONTENTS):
            self.say("contents", text)
        for width, scheme, rules in VIEWS:
            await tab.resize(width)
            await tab.scheme(scheme)
            for text in await tab.evaluate(LAYOUT):
                self.say(f"{width} px", text)
            check = f"axe, {width} px, {scheme}"
            if self.is_example and (width, scheme) == VIEWS[0][:2]:
                await self.structure(tab, check)
            if rules and self.for_colours:
                await self.axe(
                    tab, "{exclude: ['[data-repeat]']}", {"type": "rule", "values": rules}, {}, check)
        if self.is_example:
            await self.paper(tab)
        for text in tab.said:
            self.say("console", text)
        for url in tab.asked:
            if url != self.page.path.as_uri() and not url.startswith("data:image/"):
                self.say("request", url)

    async def structure(self, tab, check):
        """Every rule but that of colours."""
        await tab.evaluate(f"{AXE};{REPEATS}")
        rest = {"color-contrast": {"enabled": False}}
        await self.axe(tab, "document", {"type": "tag", "values": TAGS}, rest, check)

    async def axe(self, tab, context, only, rules, check):
        options = json.dumps(
            {"runOnly": only, "rules": rules, "resultTypes": ["violations"], "preload": False})
        found = await tab.evaluate(
            f"axe.run({context}, {options}).then(r => r.violations.map(v => ({{"
            "id: v.id, count: v.nodes.length, at: v.nodes[0].html.slice(0, 120),"
            "why: v.nodes[0].failureSummary.slice(0, 300)})))")
        for one in found:
            why = " ".join(one["why"].split())
            self.say(check, f"{one['id']} ({one['count']}): {one['at']} {why}")

    async def paper(self, tab):
        await tab.scheme("light", media="print")
        await tab.resize(A4_WIDTH)
        for text in await tab.evaluate(LAYOUT):
            # What is wider than the sheet's text, the browser makes smaller with all the rest.
            self.say("A4", text)
        result = await tab.send(
            "Page.printToPDF", preferCSSPageSize=True, printBackground=True,
            displayHeaderFooter=False, generateTaggedPDF=True)
        data = base64.b64decode(result["data"])
        loop = asyncio.get_running_loop()
        for check, text in await loop.run_in_executor(self.readers, printed.problems, data):
            self.say(check, text)


async def main(folders):
    queue = [page for folder in folders for page in releases.one_of_each_kind(folder)]
    # Audiences differ in what stands in cells, not in elements or lengths.
    examples = releases.first_of_each(queue, lambda page: (page.language, page.subject))
    for_colours = releases.first_of_each(queue, lambda page: page.subject)
    # Of another process each, which has no thread of this one and its browser.
    readers = concurrent.futures.ProcessPoolExecutor(
        TABS, mp_context=multiprocessing.get_context("spawn"))
    checks = [Check(page, page in examples, page in for_colours, readers) for page in queue]
    waiting = iter(checks)

    async def work(browser):
        tab = await browser.tab()
        for check in waiting:
            await check.run(tab)

    async with devtools.Browser() as browser:
        await asyncio.gather(*(work(browser) for _ in range(TABS)))
    readers.shutdown()
    problems = [problem for check in checks for problem in check.problems]
    json.dump({"pages": len(checks), "problems": problems}, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1:]))

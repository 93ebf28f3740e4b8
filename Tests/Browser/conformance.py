#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Holds every file below the folders named against its format's rules and against the others.

Pages are parsed strictly (html5lib), documents rendered (cmark-gfm), charts and feeds read as XML;
links lead somewhere, ids stand once, and each number is the same in all formats. Standard output is
JSON as that of screens.py. Exit 0 whatever the problems, 1 where a tool fails.
"""

import concurrent.futures
import json
import pathlib
import sys

import markup
import published
import releases


def without_marks(cell):
    """What a cell says but for its footnotes' marks."""
    return markup.words_apart(cell, ("sup",))


def look(page):
    """A page's problems and the rows of its tables."""
    tree, errors = markup.parse(page.text)
    found = [("html", text) for text in errors]
    found += markup.page_problems(page, tree)
    document = markup.rendered(page.document.read_text(encoding="utf-8"))
    found += markup.document_problems(page, tree, document)
    release = release_of(page.path)
    if release is not None:
        found += published.page_problems(page, release, tree, document)
    problems = [f"{page.name}: {check}: {text}" for check, text in found]
    tables = [markup.rows(table, without_marks) for table in tree.iter("table")]
    return problems, [row for table in tables for row in table]


def release_of(path):
    """The folder of the release that a file belongs to; None for the archive."""
    return next((one for one in path.parents if (one / "data/figures.json").is_file()), None)


def data_problems(output, rows):
    """The problems of data/. `rows`: those of all pages by release and language, and by heading."""
    for path in releases.files(output, "*.csv"):
        name = path.relative_to(output).as_posix()
        release = release_of(path)
        if path.name == "figures.sdmx.csv":
            found = published.sdmx_problems(release)
        else:
            language = pathlib.Path(path.stem).suffix
            found = published.table_problems(path, rows.get((release, language), {}))
        for text in found:
            yield f"{name}: data: {text}"


def main(folders):
    folders = [pathlib.Path(folder).resolve() for folder in folders]
    pages = [page for folder in folders for page in releases.pages(folder)]
    problems, rows = [], {}
    with concurrent.futures.ProcessPoolExecutor() as pool:
        for page, (found, shown) in zip(pages, pool.map(look, pages)):
            problems += found
            by_heading = rows.setdefault((release_of(page.path), page.language), {})
            for heading, *cells in shown:
                by_heading.setdefault(heading, []).append(cells)
    for folder in folders:
        problems += [": ".join(one) for one in markup.xml_problems(folder)]
        problems += data_problems(folder, rows)
    json.dump({"pages": len(pages), "problems": problems}, sys.stdout, ensure_ascii=False)


if __name__ == "__main__":
    main(sys.argv[1:])

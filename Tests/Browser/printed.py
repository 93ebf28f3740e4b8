# SPDX-License-Identifier: Apache-2.0
"""A page on paper: the PDF's structure tells which row lies on which sheets."""

import io
import re
import subprocess

import pypdf

# ISO 216, in points, to the nearest half.
A4 = (595, 842)


def problems(data):
    """What is wrong with a printed page, as a list of (check, text)."""
    return list(_problems(data))


def _problems(data):
    paper = pypdf.PdfReader(io.BytesIO(data))
    texts = _texts(data)
    yield from _sheets(paper, texts)
    root = paper.trailer["/Root"].get("/StructTreeRoot")
    if root is None:
        yield "print", "the PDF has no structure"
        return
    numbers = {page.indirect_reference.idnum: one for one, page in enumerate(paper.pages, 1)}
    for table in _elements(root.get_object(), "/Table"):
        yield from _table(table, numbers)


def _texts(data):
    """The text of each sheet."""
    run = subprocess.run(
        ["pdftotext", "-", "-"], input=data, stdout=subprocess.PIPE, check=True)
    return run.stdout.decode("utf-8", "replace").split("\f")[:-1]


def _sheets(paper, texts):
    for number, (page, text) in enumerate(zip(paper.pages, texts), 1):
        size = (float(page.mediabox.width), float(page.mediabox.height))
        if any(abs(one - other) > 1 for one, other in zip(size, A4)):
            yield "paper", f"sheet {number} is {size[0]:.0f} x {size[1]:.0f} pt"
        if not re.search(rf"(?<!\d){number}\s*/\s*{len(texts)}(?!\d)", text):
            yield "page number", f"sheet {number} of {len(texts)} does not say its number"


def _table(table, numbers):
    rows = [(row, set(_sheets_of(row, numbers))) for row in _elements(table, "/TR")]
    everywhere = set().union(*(on for _, on in rows)) if rows else set()
    heads = 0
    for number, (row, on) in enumerate(rows, 1):
        if next(_elements(row, "/TD"), None) is None:
            # Chromium draws a head again on every sheet and marks each as the same row.
            heads += 1
            if on != everywhere and on:
                yield "table head", f"row {number}: on {sorted(on)} of sheets {sorted(everywhere)}"
        elif len(on) == 2:
            # One on three or more is taller than a sheet: nothing could keep it whole.
            yield "cut row", f"row {number} of {len(rows)} lies on sheets {sorted(on)}"
    if not heads:
        yield "table head", f"a table on sheets {sorted(everywhere)} has none"


def _elements(node, kind):
    """The structure elements of one kind below a node, in order."""
    for child in _below(node):
        if isinstance(child, pypdf.generic.DictionaryObject) and "/S" in child:
            if child["/S"] == kind:
                yield child
            yield from _elements(child, kind)


def _below(node):
    below = node["/K"] if "/K" in node else []
    for child in below if isinstance(below, list) else [below]:
        yield child.get_object()


def _sheets_of(node, numbers):
    """The numbers of the sheets that marked content below a node lies on."""
    own = node.raw_get("/Pg").idnum if "/Pg" in node else None
    for child in _below(node):
        if isinstance(child, int):
            page = own
        elif "/S" in child:
            yield from _sheets_of(child, numbers)
            continue
        else:
            page = child.raw_get("/Pg").idnum if "/Pg" in child else own
        if page in numbers:
            yield numbers[page]

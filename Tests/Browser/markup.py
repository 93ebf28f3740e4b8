# SPDX-License-Identifier: Apache-2.0
"""Pages, documents, charts and feeds held against their formats' rules."""

import re
import subprocess
import urllib.parse
import xml.etree.ElementTree as xml

import html5lib
import releases

# Elements of an Atom feed and of its entries that must be there once (RFC 4287, 4.1.1 and 4.1.2).
ATOM = "{http://www.w3.org/2005/Atom}"
ONCE = ("id", "title", "updated")
DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")


def parse(text):
    """A document's tree and the parser's errors, as sentences."""
    parser = html5lib.HTMLParser(namespaceHTMLElements=False)
    tree = parser.parse(text)
    lines = [f"line {place[0]}: {code} {data or ''}" for place, code, data in parser.errors]
    return tree, lines


def rendered(document):
    """The tree of a Markdown document, as GitHub's own program renders it."""
    run = subprocess.run(
        ["cmark-gfm", "--unsafe", "-e", "table", "-e", "strikethrough", "-e", "autolink"],
        input=document.encode(), stdout=subprocess.PIPE, check=True)
    return html5lib.parseFragment(run.stdout.decode(), namespaceHTMLElements=False)


def words(element):
    """An element's text without any space: how a text is laid out is not what it says."""
    return "".join("".join(element.itertext()).split())


def words_apart(element, without):
    """An element's text with single spaces, without the elements of some names."""
    return " ".join("".join(_texts(element, without)).split())


def _texts(element, without):
    yield element.text or ""
    for child in element:
        if child.tag not in without:
            yield from _texts(child, without)
        yield child.tail or ""


def rows(table, read=words):
    """What a table's body says, row by row, a row's heading first."""
    return [[read(cell) for cell in row if cell.tag in ("th", "td")]
            for body in table.iter("tbody") for row in body.iter("tr")]


def page_problems(page, tree):
    """Duplicate ids, references and links that lead nowhere, as (check, text)."""
    ids = [element.get("id") for element in tree.iter() if element.get("id") is not None]
    for one in sorted({one for one in ids if ids.count(one) > 1}):
        yield "id", f"{one!r} stands {ids.count(one)} times"
    for element in tree.iter():
        for name, value in element.items():
            if name in ("aria-labelledby", "aria-describedby", "headers", "for"):
                for one in value.split():
                    if one not in ids:
                        yield "reference", f"{name}={value!r}: there is no {one!r}"
        if element.tag == "a":
            yield from _link(page, element.get("href"), ids)


def _link(page, href, ids):
    if not href:
        yield "link", "a link without an address"
        return
    address = urllib.parse.urlsplit(href)
    if address.scheme or address.netloc:
        yield "link", f"{href} leads out of the release"
        return
    fragment = urllib.parse.unquote(address.fragment)
    if not address.path:
        if fragment not in ids:
            yield "link", f"{href}: no such id"
        return
    target = page.path.parent / urllib.parse.unquote(address.path)
    if not target.is_file():
        yield "link", f"{href}: no such file"
    elif re.fullmatch(r"p\d{4}-.*", fragment):
        # A period of the archive: there from the day on which that period is published.
        return
    elif fragment and target.suffix == ".html":
        if f'id="{fragment}"' not in target.read_text(encoding="utf-8"):
            yield "link", f"{href}: no such id there"


def document_problems(page, tree, document):
    """Where the Markdown does not hold the page's tables, or its files are not there."""
    ours, theirs = list(tree.iter("table")), list(document.iter("table"))
    if len(ours) != len(theirs):
        yield "markdown", f"{len(theirs)} tables, the page has {len(ours)}"
    for number, (one, other) in enumerate(zip(ours, theirs), 1):
        for row, (left, right) in enumerate(zip(rows(one), rows(other)), 1):
            if left != right:
                yield "markdown", f"table {number}, row {row}: {right}, the page has {left}"
                break
        if len(rows(one)) != len(rows(other)):
            yield "markdown", f"table {number}: {len(rows(other))} rows of {len(rows(one))}"
    for paragraph in document.iter("p"):
        # A table that GitHub does not take for one stays a paragraph of bars.
        if words(paragraph).startswith("|"):
            yield "markdown", f"bars outside a table: {words(paragraph)[:60]}"
    for element in document.iter():
        address = element.get("src") or element.get("href")
        if address and not (page.path.parent / urllib.parse.unquote(address)).is_file():
            yield "markdown", f"{address}: no such file"
        if element.tag in ("script", "iframe", "object", "style"):
            yield "markdown", f"<{element.tag}>"


def xml_problems(output):
    """What is wrong with charts and feeds, as (name, check, text)."""
    for path in releases.files(output, "*.svg") + releases.files(output, "*.xml"):
        name = path.relative_to(output).as_posix()
        try:
            root = xml.parse(path).getroot()
        except xml.ParseError as error:
            yield name, "well-formed", str(error)
            continue
        if path.suffix == ".xml":
            for text in _feed(path, root):
                yield name, "feed", text


def _feed(path, root):
    if root.tag != f"{ATOM}feed":
        yield f"its root is {root.tag}"
    for element in [root, *root.iter(f"{ATOM}entry")]:
        for name in ONCE:
            found = element.findall(ATOM + name)
            if len(found) != 1 or not (found[0].text or "").strip():
                yield f"{element.tag}: {name} stands {len(found)} times"
    for date in root.iter(f"{ATOM}updated"):
        if not DATE.fullmatch(date.text or ""):
            yield f"{date.text!r} is no date"
    for entry in root.iter(f"{ATOM}entry"):
        if root.find(f"{ATOM}author") is None and entry.find(f"{ATOM}author") is None:
            yield "an entry without author"
    for link in root.iter(f"{ATOM}link"):
        if not (path.parent / link.get("href", "")).is_file():
            yield f"{link.get('href')}: no such file"
    ids = [one.text for one in root.iter(f"{ATOM}id")]
    if len(ids) != len(set(ids)):
        yield "an id stands twice"

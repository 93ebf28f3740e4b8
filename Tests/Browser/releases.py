# SPDX-License-Identifier: Apache-2.0
"""What lies in a folder of releases (`Output/`), and which of its pages stand for all of their kind."""

import dataclasses
import functools
import pathlib


@dataclasses.dataclass(frozen=True)
class Page:
    """One HTML page. `output` is the folder that holds a folder for each audience."""

    output: pathlib.Path
    path: pathlib.Path

    @property
    def name(self):
        """Its path below the output: audience, period, vintage and page."""
        return self.path.relative_to(self.output).as_posix()

    @property
    def document(self):
        """The Markdown that says the same."""
        return self.path.with_suffix(".md")

    @property
    def language(self):
        """`.en` or what else stands before the suffix; nothing for the first language."""
        return pathlib.Path(self.path.stem).suffix

    @functools.cached_property
    def text(self):
        return self.path.read_text(encoding="utf-8")

    @property
    def audience(self):
        return self.name.partition("/")[0]

    @property
    def subject(self):
        """What the page is about, and whether it has charts."""
        subject, is_one_of_many, _ = self.path.name.partition(".")[0].partition("-")
        return subject, bool(is_one_of_many), "<figure" in self.text

    @property
    def kind(self):
        return self.audience, self.language, self.subject


def files(output, pattern):
    """The files below a folder, sorted; links such as `latest` are not followed."""
    output = pathlib.Path(output).resolve()
    found = output.rglob(pattern)
    return sorted(one for one in found if one.is_file() and one.resolve() == one)


def pages(output):
    """Every page, in the order of their paths."""
    output = pathlib.Path(output).resolve()
    return [Page(output, path) for path in files(output, "*.html")]


def one_of_each_kind(output):
    """The last page of every kind: where there are several vintages, of a correction."""
    return list({page.kind: page for page in pages(output)}.values())


def first_of_each(pages, key):
    """The first page of each value of a key."""
    first = {}
    for page in pages:
        first.setdefault(key(page), page)
    return set(first.values())

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
    def kind(self):
        """Audience, language, what the page is about, and whether it has charts."""
        subject = self.path.name.partition(".")[0]
        subject, is_one_of_many, _ = subject.partition("-")
        audience = self.name.partition("/")[0]
        return audience, self.language, subject, bool(is_one_of_many), "<figure" in self.text


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
    """The first page of every kind."""
    first = {}
    for page in pages(output):
        first.setdefault(page.kind, page)
    return list(first.values())

# SPDX-License-Identifier: Apache-2.0
"""What lies in a release's folder, and which of its pages stand for all of their kind."""

import dataclasses
import pathlib


@dataclasses.dataclass(frozen=True)
class Page:
    """One HTML page; `name` is its path below the release."""

    release: pathlib.Path
    path: pathlib.Path

    @property
    def name(self):
        return str(self.path.relative_to(self.release))

    @property
    def label(self):
        """How problems call it: audience, period, vintage and name."""
        return "/".join((*self.release.parts[-3:], self.name))

    @property
    def document(self):
        """The Markdown that says the same."""
        return self.path.with_suffix(".md")

    @property
    def kind(self):
        """Language, what the page is about, and whether it has charts."""
        stem, _, language = self.path.stem.partition(".")
        subject = stem.partition("-")[0] + ("-" if "-" in stem else "")
        return language, subject, "<svg" in self.path.read_text(encoding="utf-8")


def pages(release):
    """Every page of a release, in the order of their paths."""
    release = pathlib.Path(release).resolve()
    return [Page(release, path) for path in sorted(release.rglob("*.html"))]


def one_of_each_kind(release):
    """The first page of every kind."""
    first = {}
    for page in pages(release):
        first.setdefault(page.kind, page)
    return list(first.values())


@dataclasses.dataclass(frozen=True, order=True)
class Problem:
    """What a check found wrong with a page."""

    page: str
    check: str
    text: str

# SPDX-License-Identifier: Apache-2.0
"""What is measured: the tables and their contenders."""

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path

import answers

DATA = Path(".build/bench-data")
# The inputs that the whole program reads; `sums` is held to read all of them.
READ_BY_YUEBAO = {"csv", "csv10", "spreadsheetml"}


@dataclass
class Contender:
    name: str
    command: list  # {fresh} stands for a path where nothing is yet
    read: object = None  # reads the answers from its output; a limit has none
    kind: str = ""  # of its input
    imports: str = ""  # the Python modules whose import is timed apart
    slow: bool = False  # needs minutes: only with --slow
    baseline: str = ""  # the name of the one it is divided by; without it the table's first
    runs: list = field(default_factory=list)
    starts: list = field(default_factory=list)


@dataclass
class Table:
    title: str
    contenders: list
    note: str = ""

    @property
    def kinds(self):
        return sorted({contender.kind for contender in self.contenders if contender.kind})


class Input:
    """The returns of one kind: a year of CSV, or its last month in another format."""

    def __init__(self, kind, ending="csv", months=("12",)):
        self.kind = kind
        self.files = [f"{DATA}/{kind}/Input/returns/2021/b204-1-2021-{month}.{ending}" for month in months]
        self.period = "2021-12" if len(months) == 1 else "2021-02...2021-12"

    @classmethod
    def year(cls, kind):
        return cls(kind, months=["01-02", *(f"{month:02}" for month in range(3, 13))])

    def yuebao(self, programs):
        """The programs of this repository, where they are there and read this."""
        own = []
        if os.access(programs.sums, os.X_OK):
            own.append(Contender("`sums`", [programs.sums, *self.files], answers.sums, self.kind))
        if self.kind in READ_BY_YUEBAO:
            workspace = ["--quiet", "--workspace", str(DATA / self.kind)]
            command = [programs.yuebao, "figures", *workspace, *figures_of(self.period)]
            own.append(Contender("`yuebao figures`", command, answers.figures, self.kind))
        return own

    def peer(self, name, script, imports, slow=False):
        command = [sys.executable, f"Benchmarks/peers/{script}", *self.files]
        return Contender(name, command, answers.sums, self.kind, imports, slow)

    def limit(self, *command):
        return Contender(f"limit: `{' '.join(command)}`", [*command, *self.files], kind=self.kind)

    def miller(self):
        command = ["mlr", "--icsv", "--onidx", "put", "-q", "-f", "Benchmarks/peers/csv_miller.mlr"]
        return Contender("Miller", command + self.files, answers.sums, self.kind)


def figures_of(period):
    return ["--period", period, "--indicator", "value_added", "--format", "json"]


def csv(programs):
    year = Input.year("csv")
    return Table(
        "A year of CSV",
        [
            *year.yuebao(programs),
            year.peer("Polars", "csv_polars.py", "polars"),
            year.peer("DuckDB", "csv_duckdb.py", "duckdb"),
            year.peer("pandas", "csv_pandas.py", "pandas"),
            year.peer("Python's csv module", "csv_python.py", "csv"),
            year.miller(),
            year.limit("wc", "-l"),
        ],
    )


def ingest(programs):
    year = Input.year("csv")
    read = Contender("reading: `sums --all`", [programs.sums, "--all", *year.files], answers.sums, "csv")
    own = [one for one in year.yuebao(programs) if one.read is answers.figures]
    for one in own:
        one.name = "`yuebao figures`: types, register, rules, slips, figures"
    return Table(
        "Typed ingest with the shipped edit rules, over a year of CSV",
        [read, *own, year.peer("pandas: types, register, nine rules", "ingest_pandas.py", "pandas")],
        "What the first does is within the second: the difference is what ingest costs.",
    )


def csv10(programs):
    def contenders(kind, units):
        year = Input.year(kind)
        polars = year.peer("Polars", "csv_polars.py", "polars")
        duckdb = year.peer("DuckDB", "csv_duckdb.py", "duckdb")
        for contender in [*year.yuebao(programs), polars, duckdb]:
            contender.baseline = f"{contender.name}, 70,000 units"
            contender.name = f"{contender.name}, {units} units"
            contender.slow = contender.read is answers.figures
            yield contender

    pairs = zip(contenders("csv", "70,000"), contenders("csv10", "700,000"))
    return Table(
        "Ten times the units",
        [contender for pair in pairs for contender in pair],
        "The ratios are to the same program over a tenth of the input.",
    )


def spreadsheetml(programs):
    month = Input("spreadsheetml", "xml")
    return Table(
        "A month of SpreadsheetML 2003",
        [
            *month.yuebao(programs),
            month.peer("lxml, `iterparse`", "spreadsheetml_lxml.py", "lxml.etree"),
            month.peer("pandas, `read_xml`", "spreadsheetml_pandas.py", "pandas", slow=True),
            month.limit("xmllint", "--sax", "--noout"),
        ],
    )


def xlsx(programs):
    month = Input("xlsx", "xlsx")
    return Table(
        "A month of XLSX",
        [
            *month.yuebao(programs),
            month.peer("fastexcel, pyarrow", "xlsx_fastexcel.py", "fastexcel, pyarrow.compute"),
            month.peer("python-calamine", "xlsx_calamine.py", "python_calamine"),
            month.peer("openpyxl, read-only", "xlsx_openpyxl.py", "openpyxl"),
            month.limit("unzip", "-p"),
        ],
    )


def ods(programs):
    month = Input("ods", "ods")
    return Table(
        "A month of ODS",
        [
            *month.yuebao(programs),
            month.peer("python-calamine", "ods_calamine.py", "python_calamine"),
            month.peer("pandas, odfpy", "ods_pandas.py", "pandas, odf", slow=True),
            month.limit("unzip", "-p"),
        ],
    )


def html(programs):
    month = Input("html", "xls")
    return Table(
        "A month of HTML, named `.xls`",
        [
            *month.yuebao(programs),
            month.peer("lxml, `html.parse`", "html_lxml.py", "lxml.html"),
            month.peer("pandas, `read_html`", "html_pandas.py", "pandas, lxml.html"),
        ],
    )


def sdmx(programs):
    month = Input("sdmx", "xml")
    return Table(
        "A month of SDMX-ML 2.1",
        [
            *month.yuebao(programs),
            month.peer("lxml, `iterparse`", "sdmx_lxml.py", "lxml.etree"),
            month.peer("sdmx1", "sdmx_sdmx1.py", "sdmx", slow=True),
            month.limit("xmllint", "--sax", "--noout"),
        ],
    )


def report(programs):
    publish = [programs.yuebao, "report", "--quiet", "--period", "2021-05", "--output", "{fresh}"]
    figures = [programs.yuebao, "figures", "--quiet", *figures_of("2021-05")]
    script = [sys.executable, "Benchmarks/peers/report_pandas.py", "Input/returns", "2021-05"]
    return Table(
        "A month's report from the committed `Input/`",
        [
            Contender("`yuebao report`: read, validate, compute, render, publish", publish),
            Contender("`yuebao figures`: read, validate, compute, print", figures, answers.figures_with_growth),
            Contender("pandas: read, sum", script, answers.sums_with_growth, imports="pandas, lxml.etree"),
        ],
    )


TABLES = {
    "csv": csv,
    "ingest": ingest,
    "csv10": csv10,
    "spreadsheetml": spreadsheetml,
    "xlsx": xlsx,
    "ods": ods,
    "html": html,
    "sdmx": sdmx,
    "report": report,
}

# SPDX-License-Identifier: Apache-2.0
"""Measures Yuebao beside its peers and prints Markdown. `run.sh` starts it."""

import argparse
import importlib.metadata
import os
import platform
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

import answers
from stopwatch import Stopwatch
from tables import DATA, TABLES

# A process that computes for longer, in seconds, is not run again.
LONG = 10


def expected(kind):
    """The sums that `make_data.sh` found with Python's csv module; a month's are its year's last."""
    own = DATA / kind / "expected.txt"
    if own.exists():
        return answers.sums(own.read_text())
    year = answers.sums((DATA / "csv" / "expected.txt").read_text())
    return {key: number for key, number in year.items() if key[0] == "2021-12"}


def check(table, stopwatch):
    """Runs everything once; all have to say the same before their speed is compared."""
    agreed = {kind: expected(kind) for kind in table.kinds}
    for contender in table.contenders:
        print(f"  checking {contender.name}", file=sys.stderr)
        run = stopwatch.run(contender.command)
        if run.user > LONG:
            contender.runs.append(run)
        if contender.read:
            found = contender.read(stopwatch.output.read_text())
            wanted = agreed.setdefault(contender.kind, found)
            if found != wanted:
                sys.exit(f"{contender.name} differs: {sorted(found.items() ^ wanted.items())}")


def measure(table, runs):
    """In turn, so that a busy moment of the machine hits all; what `check` read is in the page cache."""
    with tempfile.TemporaryDirectory() as folder:
        stopwatch = Stopwatch(folder)
        check(table, stopwatch)
        short = [contender for contender in table.contenders if not contender.runs]
        for number in range(1, runs + 1):
            print(f"  round {number} of {runs}", file=sys.stderr)
            for contender in short:
                contender.runs.append(stopwatch.run(contender.command))
                if contender.imports:
                    start = [sys.executable, "-c", f"import {contender.imports}"]
                    contender.starts.append(stopwatch.run(start))


def print_table(table):
    named = {contender.name: contender for contender in table.contenders}
    print(f"\n## {table.title}")
    for kind in table.kinds:
        files = list((DATA / kind / "Input/returns").rglob("b204-1-*"))
        size = sum(file.stat().st_size for file in files) / 1e6
        print(f"\nInput `{kind}`: {len(files)} {'file' if len(files) == 1 else 'files'}, {size:.1f} MB.")
    print("\n| process | best, ms | median, ms | ratio of best | ratio of medians | start, ms | user CPU, ms | peak, MB |")
    print("|---|---:|---:|---:|---:|---:|---:|---:|")
    for contender in table.contenders:
        baseline = named[contender.baseline] if contender.baseline else table.contenders[0]
        walls, others = ([run.wall for run in one.runs] for one in (contender, baseline))
        name = contender.name + (" (once)" if len(walls) == 1 else "")
        start = milliseconds(min(run.wall for run in contender.starts)) if contender.starts else ""
        cells = [
            milliseconds(min(walls)),
            milliseconds(median(walls)),
            f"{min(walls) / min(others):.2f}",
            f"{median(walls) / median(others):.2f}",
            start,
            milliseconds(min(run.user for run in contender.runs)),
            f"{max(run.megabytes for run in contender.runs):.0f}",
        ]
        print(f"| {name} | {' | '.join(cells)} |", flush=True)
    if table.note:
        print(f"\n{table.note}")


def milliseconds(seconds):
    return f"{seconds * 1000:.0f}"


def print_cube(program, sums, kinds, runs):
    """What each phase of one process takes, and reading every cell beside it."""
    print("\n## The cube: adding up 840,000 unit rows")
    print("\n| phase | " + " | ".join(f"`{kind}`, ms" for kind in kinds) + " |")
    print("|---|" + "---:|" * len(kinds))
    phases = {}
    for kind in kinds:
        files = sorted(str(file) for file in (DATA / kind / "Input/returns").rglob("b204-1-*"))
        for _ in range(runs):
            with tempfile.TemporaryDirectory() as folder:
                stopwatch = Stopwatch(folder)
                reading = stopwatch.run([sums, "--all", *files])
                phases.setdefault("reading every cell: `sums --all`", {}).setdefault(kind, []).append(reading.wall * 1000)
                run = stopwatch.run([program, str(DATA / kind)])
                for line in stopwatch.output.read_text().splitlines():
                    name, number = line.split("\t")
                    phases.setdefault(name, {}).setdefault(kind, []).append(float(number))
                phases.setdefault("peak, MB", {}).setdefault(kind, []).append(run.megabytes)
    for name, found in phases.items():
        print(f"| {name} | " + " | ".join(f"{median(found[kind]):.0f}" for kind in kinds) + " |", flush=True)


def print_machine(runs, yuebao):
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    model = first_of("/proc/cpuinfo", "model name", ":")
    system = first_of("/etc/os-release", "PRETTY_NAME", "=").strip('"')
    packages = Path("Benchmarks/requirements.txt").read_text().splitlines()
    versions = [f"{name} {importlib.metadata.version(name)}" for name in packages if not name.startswith("#")]
    print(f"\n## How\n\n- Runs: {runs} each, in turn, after one that checks the answers and does not count.")
    print(f"- Machine: {model}, {os.cpu_count()} cores, {memory:.0f} GB, {system}.")
    print(f"- Yuebao {output_of(yuebao, '--version')}, {swift_version()}.")
    print(f"- Python {platform.python_version()}, {', '.join(versions)};", end=" ")
    print(f"{output_of('mlr', '--version')}, libxml2 of xmllint {output_of('xmllint', '--version').split()[-1]}.")


def first_of(file, key, separator):
    for line in Path(file).read_text().splitlines():
        name, _, value = line.partition(separator)
        if name.strip() == key:
            return value.strip()
    return "unknown"


def output_of(*command):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.stdout.splitlines()[0].strip()


def swift_version():
    return " ".join(output_of("swift", "--version").split()[:3])


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--yuebao", required=True, help="the program")
    parser.add_argument("--sums", default="", help="the library's benchmark; left out where it is not there")
    parser.add_argument("--cube", default="", help="the cube's benchmark; left out where it is not there")
    parser.add_argument("--only", choices=[*TABLES, "cube", "cube10"], action="append", help="one table; may be repeated")
    parser.add_argument("--slow", action="store_true", help="also what needs minutes and gigabytes")
    programs = parser.parse_args()
    runs = int(os.environ.get("RUNS", "5"))
    os.chdir(Path(__file__).resolve().parent.parent)

    if not os.access(programs.sums, os.X_OK):
        print("there is no `sums`: its rows are left out", file=sys.stderr)
    print("# Benchmarks\n\nPrinted by `Benchmarks/run.sh`; what is measured: [README](README.md).")
    for name in programs.only or [*TABLES, "cube10"]:
        if name.startswith("cube"):
            if os.access(programs.cube, os.X_OK):
                kinds = ["csv"] if name == "cube" else ["csv", "csv10"]
                subprocess.run(["Benchmarks/make_data.sh", programs.yuebao, *kinds], stdout=sys.stderr, check=True)
                print_cube(programs.cube, programs.sums, kinds, runs)
            continue
        table = TABLES[name](programs)
        table.contenders = [one for one in table.contenders if programs.slow or not one.slow]
        kinds = ["csv", *table.kinds] if table.kinds else []
        subprocess.run(["Benchmarks/make_data.sh", programs.yuebao, *kinds], stdout=sys.stderr, check=True)
        print(f"table {name}", file=sys.stderr)
        measure(table, runs)
        print_table(table)
    print_machine(runs, programs.yuebao)


if __name__ == "__main__":
    main()

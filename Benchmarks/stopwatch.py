# SPDX-License-Identifier: Apache-2.0
"""Runs processes to their end and measures them."""

import shlex
import subprocess
import sys
import time
from dataclasses import dataclass
from itertools import count
from pathlib import Path


@dataclass
class Run:
    wall: float  # seconds
    user: float  # seconds of processor time
    megabytes: float  # at most resident


class Stopwatch:
    def __init__(self, folder):
        self.output = Path(folder) / "output"
        self.usage = Path(folder) / "usage"
        self.fresh = (str(Path(folder) / f"fresh-{number}") for number in count())

    def run(self, command):
        """One process, its output in `output`; one that fails ends the program."""
        command = [next(self.fresh) if word == "{fresh}" else word for word in command]
        # A program of C measures: a child's peak would start at the size of this Python.
        measured = ["/usr/bin/time", "-o", self.usage, "-f", "%U %M", *command]
        with open(self.output, "wb") as file:
            start = time.perf_counter()
            status = subprocess.run(measured, stdout=file).returncode
            wall = time.perf_counter() - start
        if status != 0:
            sys.exit(f"status {status}: {shlex.join(command)}")
        user, kilobytes = self.usage.read_text().split()
        return Run(wall, float(user), float(kilobytes) * 1024 / 1e6)

# SPDX-License-Identifier: Apache-2.0
# The two commands: `make report` and `make test`. Both set up what they need and are safe to repeat.

SHELL := /bin/bash
.PHONY: report test build lint format bench demo-input clean help

help:
	@echo "make report      the main job on Input/: sets up, builds, prints where the report lies"
	@echo "make test        sets up and runs all tests"
	@echo "make lint        checks the format   make format   formats"
	@echo "make bench       the benchmarks      make demo-input   writes Input/ anew"

report:
	@Scripts/setup.sh build
	@Scripts/swift.sh build -c release --product yuebao
	@Scripts/report.sh

test:
	@Scripts/setup.sh test
	@Scripts/swift.sh test

build:
	@Scripts/setup.sh build
	@Scripts/swift.sh build

lint:
	@Scripts/swift.sh format lint --strict --recursive Sources Tests Package.swift

format:
	@Scripts/swift.sh format --in-place --recursive Sources Tests Package.swift

bench:
	@Scripts/setup.sh build
	@Scripts/swift.sh build -c release --product yuebao
	@Benchmarks/run.sh

# The committed Input/ is the program's own output; definitions beside it stay as they are.
demo-input:
	@Scripts/swift.sh build -c release --product yuebao
	@Scripts/demo-input.sh

clean:
	rm -rf .build

# SPDX-License-Identifier: Apache-2.0
# Yuebao. `make` alone prints the targets.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.PHONY: help setup report test format lint clean demo-input screenshots bench

## report        set up, build and make the newest report of Input/; ARGS="--period 2021-05" goes to yuebao
report:
	@Scripts/report.sh $(ARGS)

## test          set up and run the tests; ARGS="--filter Name" goes to swift test
test:
	@Scripts/test.sh $(ARGS)

## setup         install what the build needs and is missing
setup:
	@Scripts/setup.sh

## format        format the Swift sources in place
format:
	@Scripts/format.sh

## lint          check format and scripts without changing anything
lint:
	@Scripts/lint.sh

## demo-input    make the committed, invented Input/ anew
demo-input:
	@Scripts/demo-input.sh

## screenshots   make Documentation/Images/ anew
screenshots:
	@Scripts/screenshots.sh

## bench         measure beside other readers, on standard output; ARGS="--only csv" is one table
bench:
	@Benchmarks/run.sh $(ARGS)

## clean         remove what was built; releases in Output/ stay
clean:
	rm -rf .build

help:
	@sed -n 's/^## /make /p' $(firstword $(MAKEFILE_LIST))

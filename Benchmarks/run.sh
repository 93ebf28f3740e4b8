#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Sets up, builds, and measures Yuebao beside its peers. Prints Markdown:
#   RUNS=10 Benchmarks/run.sh > Benchmarks/BENCHMARKS.md
# Arguments go to run.py: --only csv measures one table, --slow also those that take minutes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
Scripts/setup.sh >&2
Benchmarks/setup.sh >&2
# shellcheck source=Scripts/toolchain.sh
source Scripts/toolchain.sh
require_swift

swift build -c release >&2
bin=$(swift build -c release --show-bin-path)
.build/bench-venv/bin/python -B Benchmarks/run.py --yuebao "$bin/yuebao" --sums "${SUMS:-$bin/sums}" "$@"

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

# The package holds the target sums only where this is set; a folder of its own spares the ordinary
# build from being made anew.
export YUEBAO_BENCHMARKS=1
build=(-c release --scratch-path .build/bench-build)
swift build "${build[@]}" --product yuebao >&2
swift build "${build[@]}" --product sums >&2
swift build "${build[@]}" --product cube >&2
bin=$(swift build "${build[@]}" --show-bin-path)
.build/bench-venv/bin/python -B Benchmarks/run.py --yuebao "$bin/yuebao" --sums "$bin/sums" --cube "$bin/cube" "$@"

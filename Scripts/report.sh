#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The main job, from a fresh clone: set up, build, make the report of Input/, say where it lies.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
Scripts/setup.sh
# shellcheck source=Scripts/toolchain.sh
source Scripts/toolchain.sh
require_swift

swift build -c release --product yuebao
program=$(swift build -c release --show-bin-path)/yuebao
files=$("$program" report --workspace "$PWD" "$@")
echo
echo "报告在此 · The report lies here:"
echo "$files"

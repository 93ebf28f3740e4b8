#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs the main job on this repository's own workspace and says where the report lies.
set -euo pipefail
cd "$(dirname "$0")/.."

files=$(.build/release/yuebao report)
echo
echo "报告在这里 · The report lies here:"
while IFS= read -r file; do echo "  $PWD/${file#./}"; done <<<"$files"

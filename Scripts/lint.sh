#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Checks the format of the sources, and the scripts where shellcheck is installed.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=Scripts/toolchain.sh
source Scripts/toolchain.sh
require_swift

swift format lint --strict --parallel --recursive Sources Tests Package.swift
if command -v shellcheck >/dev/null; then
  shellcheck -x Scripts/*.sh Benchmarks/*.sh .ci/run
else
  echo "shellcheck is not installed: the scripts were not checked" >&2
fi

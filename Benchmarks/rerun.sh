#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# How long an unchanged rerun of one period takes on the sample, and how the ledger grows. Prints
# seconds, one a line, then bytes of the ledger:
#   Benchmarks/rerun.sh [path of the release build's yuebao]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
yuebao=$(realpath "${1:-.build/release/yuebao}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r Input yuebao.yml "$work"
cd "$work"
size() { echo "ledger after $1: $(stat -c %s Output/ledger.sqlite) bytes"; }
"$yuebao" report --quiet >/dev/null
size "the first release"
TIMEFORMAT=%R
for _ in 1 2 3 4 5 6 7; do time "$yuebao" report >/dev/null; done
size "7 unchanged reruns"
"$yuebao" report --quiet --period 2022-01..02...2022-11 >/dev/null
size "10 more periods, a year in all"

#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The main job, whole process, side by side with pandas doing the numbers alone. The answers are
# compared before anything is timed. `Benchmarks/run.sh [RUNS]`; results on standard output.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
runs=${1:-9}
period=2021-05

swift build -c release --product yuebao >&2
program=$(swift build -c release --show-bin-path)/yuebao
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [[ ! -x .build/bench-venv/bin/python ]]; then
  python3 -m venv .build/bench-venv
  .build/bench-venv/bin/pip install --quiet pandas lxml >&2
fi
python=.build/bench-venv/bin/python

# First the answers: cumulative value added and growth of the total, division 39 and 38, own sums.
"$python" Benchmarks/peer_pandas.py Input $period >"$work/pandas"
"$program" figures --period $period --indicator value_added --format json >"$work/yuebao.json"
"$python" Benchmarks/compare.py "$work/yuebao.json" "$work/pandas"

# Then the time: in turn, so that a busy moment of the machine hits both.
seconds() {
  local begin end
  begin=$(date +%s%N)
  "$@" >/dev/null
  end=$(date +%s%N)
  awk -v ns=$((end - begin)) 'BEGIN { printf "%.3f\n", ns / 1e9 }'
}
for ((run = 0; run < runs; run++)); do
  rm -rf "$work/output"
  seconds "$program" report --period $period --quiet --output "$work/output" >>"$work/report"
  seconds "$program" figures --period $period >>"$work/figures"
  seconds "$python" Benchmarks/peer_pandas.py Input $period >>"$work/peer"
done

describe() { sort -n "$2" | awk -v name="$1" '{ v[NR] = $1 } END { printf "| %s | %.3f s | %.3f s |\n", name, v[1], v[int((NR + 1) / 2)] }'; }
median() { sort -n "$1" | awk '{ v[NR] = $1 } END { print v[int((NR + 1) / 2)] }'; }

echo "$(nproc) cores, $(uname -m), $(. /etc/os-release && echo "$PRETTY_NAME"); $runs runs each, in turn, warm file cache"
echo "Input/: $(find Input/returns -type f ! -name 'README*' | wc -l) files, $(du -sk Input/returns | cut -f1) KB; period $period"
echo
echo "| whole process | best | median |"
echo "|---|---|---|"
describe "yuebao report (read, check, compute, render, publish)" "$work/report"
describe "yuebao figures (read, check, compute, print)" "$work/figures"
describe "pandas (read the unit returns, three sums)" "$work/peer"
echo
awk -v a="$(median "$work/peer")" -v b="$(median "$work/report")" -v c="$(median "$work/figures")" \
  'BEGIN { printf "Medians: pandas takes %.1f times as long as the whole report, %.1f times as long as figures.\n", a / b, a / c }'

#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Measures the whole process of a monthly report beside a pandas script over the same files.
# Prints Markdown; RUNS=20 Benchmarks/run.sh > Benchmarks/BENCHMARKS.md keeps it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
Scripts/setup.sh >&2
# shellcheck source=Scripts/toolchain.sh
source Scripts/toolchain.sh
require_swift

period=2021-05
runs=${RUNS:-10}
environment=.build/bench-venv
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT

swift build -c release --product yuebao >&2
program=$(swift build -c release --show-bin-path)/yuebao

if [[ ! -x $environment/bin/python ]] || ! "$environment/bin/python" -c 'import lxml, pandas' 2>/dev/null; then
  python3 -m venv "$environment"
  "$environment/bin/pip" install --quiet pandas lxml >&2
fi
python=$environment/bin/python

report() {
  "$program" report --quiet --period "$period" --output "$folder/output-$RANDOM$RANDOM" >/dev/null
}
figures() { "$program" figures --quiet --period "$period" >/dev/null; }
peer() { "$python" Benchmarks/peer_pandas.py Input/returns "$period" >/dev/null; }
peer_start() { "$python" -c 'import pandas, lxml.etree'; }

# Appends how long a command took, in microseconds, to its own list.
time_once() {
  local start=${EPOCHREALTIME/./}
  "$1"
  echo $((${EPOCHREALTIME/./} - start)) >>"$folder/$1.times"
}

# Prints the best and the median of a command's list, in milliseconds.
summary() {
  sort -n "$folder/$1.times" | awk '{ t[NR] = $1 }
    END { printf "%.0f %.0f\n", t[1] / 1000, (t[int((NR + 1) / 2)] + t[int(NR / 2) + 1]) / 2000 }'
}

# Both must say the same before their speed is compared.
"$program" figures --period "$period" --indicator value_added --format json >"$folder/figures.json"
"$python" Benchmarks/peer_pandas.py Input/returns "$period" >"$folder/sums.txt"
"$python" Benchmarks/compare.py "$folder/figures.json" "$folder/sums.txt" "$period"

# In turn, so that a busy moment of the machine hits all of them; the first round does not count.
for ((run = 0; run <= runs; run++)); do
  ((run == 1)) && rm "$folder"/*.times
  for command in report figures peer peer_start; do time_once "$command"; done
done
read -r best median < <(summary report)
read -r figures_best figures_median < <(summary figures)
read -r peer_best peer_median < <(summary peer)
read -r start_best start_median < <(summary peer_start)
ratio() { awk -v a="$1" -v b="$2" 'BEGIN { printf "%.1f", a / b }'; }

cat <<TEXT
# Benchmarks

Printed by \`Benchmarks/run.sh\`; what is measured: [README](README.md).

| process | best, ms | median, ms |
|---|---:|---:|
| \`yuebao report --period $period\`: read, validate, compute, render, publish | $best | $median |
| \`yuebao figures --period $period\`: read, validate, compute, print | $figures_best | $figures_median |
| \`peer_pandas.py\`: read, sum three sectors | $peer_best | $peer_median |
| of that, starting Python and importing pandas and lxml | $start_best | $start_median |
| pandas ÷ \`yuebao report\` | $(ratio "$peer_best" "$best") | $(ratio "$peer_median" "$median") |

- Input: $(find Input/returns -type f ! -name 'README*' | wc -l) files, $(du -sk Input/returns | cut -f 1) kB. Runs: $runs each, in turn, after one that does not count; files in the page cache.
- Machine: $(sed -n 's/^model name.*: //p' /proc/cpuinfo | head -n 1), $(nproc) cores in use, $(awk '/MemTotal/ { printf "%.0f GB", $2 / 1048576 }' /proc/meminfo), $(sed -n 's/^PRETTY_NAME="\(.*\)"/\1/p' /etc/os-release).
- $(swift --version 2>/dev/null | sed -n 's/.*\(Swift version [0-9.]*\).*/\1/p' | head -n 1); $("$python" --version), pandas $("$python" -c 'import pandas; print(pandas.__version__)'), lxml $("$python" -c 'import lxml; print(lxml.__version__)').
TEXT

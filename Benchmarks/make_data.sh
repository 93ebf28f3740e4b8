#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Makes the benchmarks' input with `yuebao demo` and the converters beside this script: a workspace
# a kind under .build/bench-data. What is there is kept; remove the folder to have it made anew.
#   Benchmarks/make_data.sh PROGRAM KIND...     csv spreadsheetml xlsx ods html sdmx csv10
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

program=$1
shift
units=70000
data=.build/bench-data
returns=Input/returns/2021
python=.build/bench-venv/bin/python

# Use: demo FOLDER UNITS FIRST_PERIOD FORMAT
demo() {
  "$program" demo "$1" --units "$2" --from "$3" --to 2021-12 --format "$4" >/dev/null
}

# A year, and the sums that every reader has to find.
year() {
  demo "$1" "$2" 2021-02 csv
  "$python" Benchmarks/peers/csv_python.py "$1/$returns"/b204-1-*.csv >"$1/expected.txt"
}

# The last month of that year in another format. Use: month FOLDER FORMAT ENDING
month() {
  local file=$1/$returns/b204-1-2021-12
  demo "$1" "$units" 2021-12 csv
  "$python" "Benchmarks/data/to_$2.py" "$file.csv" "$file.$3"
  rm "$file.csv"
}

make_kind() {
  case $1 in
    csv) year "$2" "$units" ;;
    csv10) year "$2" $((units * 10)) ;;
    spreadsheetml) demo "$2" "$units" 2021-12 spreadsheetml ;;
    xlsx | ods) month "$2" "$1" "$1" ;;
    html) month "$2" html xls ;;
    sdmx) month "$2" sdmx xml ;;
    *)
      echo "unknown kind: $1" >&2
      return 64
      ;;
  esac
}

# Made under another name, so that half a workspace is never taken for a whole one.
mkdir -p "$data"
for kind in "$@"; do
  if [[ ! -d $data/$kind ]]; then
    echo "making $data/$kind"
    rm -rf "$data/$kind.part"
    make_kind "$kind" "$data/$kind.part"
    mv "$data/$kind.part" "$data/$kind"
  fi
done

#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs a fuzz target of the module Tables: Fuzz/run.sh TARGET [SECONDS]; without a target it lists
# them. What a run finds lies in .build/fuzz/TARGET/; the corpus that it begins with in
# Fuzz/corpus/TARGET/. With 0 seconds it only reads the corpus once, to see that nothing fails.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=Scripts/toolchain.sh
source Scripts/toolchain.sh
require_swift

if (($# == 0)); then
  ls Fuzz/corpus
  exit 64
fi
target=$1
seconds=${2:-1200}
folder=.build/fuzz
program=$folder/fuzz
mkdir -p "$folder/$target"

build() {
  local sources
  mapfile -t sources < <(find Sources/Tables Fuzz -name '*.swift' | sort)
  [[ -x $program && -z $(find "${sources[@]}" -newer "$program") ]] && return
  # shellcheck disable=SC2046
  swiftc -O -swift-version 6 -module-name Tables -package-name yuebao -parse-as-library \
    -enable-upcoming-feature ExistentialAny -enable-upcoming-feature MemberImportVisibility \
    -sanitize=fuzzer,address -o "$program.new" "${sources[@]}" \
    -Xcc -fmodule-map-file=Sources/CLibXML2/module.modulemap \
    -Xcc -fmodule-map-file=Sources/CLibZip/module.modulemap \
    $(pkg-config --cflags-only-I libxml-2.0 libzip | sed 's/-I/-Xcc -I/g') -lxml2 -lzip
  mv "$program.new" "$program"
}

build
options=(-timeout=20 -rss_limit_mb=2048 -max_len=65536 "-artifact_prefix=$folder/$target/")
if ((seconds == 0)); then
  options+=(-runs=0)
else
  options+=("-max_total_time=$seconds")
fi
export FUZZ_TARGET=$target
# Growth is bounded by the limits; leaks are the address sanitizer's.
"$program" "${options[@]}" "$folder/$target" "Fuzz/corpus/$target"

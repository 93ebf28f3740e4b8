#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Makes the committed, invented Input/ anew from `yuebao demo`: the same program, the same bytes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
Scripts/setup.sh
# shellcheck source=Scripts/toolchain.sh
source Scripts/toolchain.sh
require_swift

swift build -c release --product yuebao
program=$(swift build -c release --show-bin-path)/yuebao
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$program" demo "$folder/workspace" >/dev/null
rm -rf Input/returns
cp -R "$folder/workspace/Input/." Input/
git status --short Input
echo "Input/ holds the demo data; the lines above, if any, are what changed."

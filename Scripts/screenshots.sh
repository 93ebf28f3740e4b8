#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Makes Documentation/Images/ anew from Input/: pages on screen, on a phone, and on A4 without colour.
# Needs pngquant, which keeps each picture below 300 KB.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
Scripts/setup.sh --tests
# shellcheck source=Scripts/toolchain.sh
source Scripts/toolchain.sh
require_swift
command -v pngquant >/dev/null || {
  echo "请先安装 pngquant · install pngquant first: apt-get install pngquant" >&2
  exit 69
}

swift build -c release --product yuebao
program=$(swift build -c release --show-bin-path)/yuebao
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
"$program" report --workspace "$PWD" --period 2021-05 --audience internal --lang zh,en \
  --output "$folder" >/dev/null
PYTHONDONTWRITEBYTECODE=1 .build/page-tools/bin/python Tests/Browser/screenshots.py \
  "$folder/internal/2021-05/v1" Documentation/Images
pngquant --force --ext .png --skip-if-larger --strip --speed 1 Documentation/Images/*.png
find Documentation/Images -name '*.png' -size +300k -print

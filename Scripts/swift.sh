#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Runs swift with the given arguments; says how to get it where it is missing or too old.
set -euo pipefail

for folder in /opt/swift/usr/bin /usr/local/swift/usr/bin "${HOME:-/root}/.local/share/swiftly/bin"; do
  command -v swift >/dev/null 2>&1 || PATH="$PATH:$folder"
done

if ! command -v swift >/dev/null 2>&1; then
  cat >&2 <<'TEXT'
找不到 Swift。请安装 Swift 6.2 或更新版本：见 https://www.swift.org/install/linux/（推荐 swiftly），装好后重试。
Swift was not found. Install Swift 6.2 or newer, see https://www.swift.org/install/linux/ (swiftly is the easy way), then try again.
TEXT
  exit 1
fi

version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9]*\)\.\([0-9]*\).*/\1 \2/p' | head -n 1)
read -r major minor <<<"${version:-0 0}"
if ((major < 6 || (major == 6 && minor < 2))); then
  echo "Swift ${major}.${minor} 版本过低，需要 6.2 或更新版本 · Swift ${major}.${minor} is too old, 6.2 or newer is needed: https://www.swift.org/install/linux/" >&2
  exit 1
fi

exec swift "$@"

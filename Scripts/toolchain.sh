# shellcheck shell=bash
# SPDX-License-Identifier: Apache-2.0
# Finds the Swift toolchain and puts it on PATH; stops with both languages' help where there is
# none, or one that is too old. Sourced by the other scripts, from the package's root.

minimum_swift=6.2

say_how_to_get_swift() {
  cat >&2 <<'TEXT'
请安装 Swift 6.3：见 https://www.swift.org/install/linux/ ，推荐用 swiftly：
Install Swift 6.3: see https://www.swift.org/install/linux/ ; swiftly is the short way:

    curl -O "https://download.swift.org/swiftly/linux/swiftly-$(uname -m).tar.gz"
    tar zxf "swiftly-$(uname -m).tar.gz" && ./swiftly init
    swiftly install 6.3

TEXT
}

find_swift() {
  local folder
  command -v swift >/dev/null && return
  for folder in /opt/swift/usr/bin /usr/local/swift/usr/bin \
    "${SWIFTLY_BIN_DIR:-$HOME/.local/share/swiftly/bin}"; do
    if [[ -x $folder/swift ]]; then
      export PATH="$folder:$PATH"
      return
    fi
  done
  echo "找不到 swift：PATH、/opt/swift、/usr/local/swift 与 swiftly 中均没有。" >&2
  echo "swift was not found: not in PATH, /opt/swift, /usr/local/swift or swiftly." >&2
  say_how_to_get_swift
  exit 69
}

require_swift() {
  local text version
  find_swift
  if ! text=$(swift --version 2>&1); then
    echo "swift 不能运行 · swift does not run: $text" >&2
    say_how_to_get_swift
    exit 69
  fi
  version=$(sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p' <<<"$text" | head -n 1)
  if [[ -z $version || $(printf '%s\n' "$minimum_swift" "$version" | sort -V | head -n 1) != "$minimum_swift" ]]; then
    echo "需要 Swift $minimum_swift 或更新版本，现为 ${version:-未知版本}（$(command -v swift)）。" >&2
    echo "Swift $minimum_swift or newer is needed, this is ${version:-an unknown version} ($(command -v swift))." >&2
    say_how_to_get_swift
    exit 69
  fi
}

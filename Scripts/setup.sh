#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs the Debian packages that are missing: `setup.sh build` for the program, `setup.sh test`
# for the tests too. Does nothing, and needs no network, where all are there.
set -euo pipefail

purpose=${1:?build or test}

has_package() { dpkg-query -W -f='${Status}' "$1" 2>/dev/null | grep -q 'install ok installed'; }

missing_of() {
  local package
  for package in "$@"; do has_package "$package" || echo "$package"; done
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

install_packages() {
  echo "Installing: $*" >&2
  as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2
}

if ! command -v dpkg-query >/dev/null 2>&1; then
  echo "No dpkg here: install libxml2 with its headers, pkg-config and git yourself." >&2
  exit 0
fi

# git fetches the Swift packages; a C compiler's headers come with the Swift toolchain's own needs.
mapfile -t required < <(missing_of libxml2-dev pkg-config git libc6-dev)
if ((${#required[@]} > 0)); then install_packages "${required[@]}"; fi

if [ "$purpose" = test ] && ! command -v chromium >/dev/null 2>&1 && ! command -v google-chrome >/dev/null 2>&1; then
  # The pages are tried in a real browser. Ubuntu's own chromium package is only a pointer to a snap.
  if apt-cache policy chromium 2>/dev/null | grep -q snap || ! install_packages chromium fonts-noto-cjk; then
    echo "chromium could not be installed: the tests in a browser will be skipped and say so." >&2
  fi
fi

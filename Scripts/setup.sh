#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs what the build needs and is missing, through apt-get. With --tests also a browser for
# the tests of the page. Safe to repeat; when nothing is missing it only looks.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# shellcheck source=Scripts/toolchain.sh
source Scripts/toolchain.sh
find_swift
# One that is too old is refused before anything is installed.
! swift --version >/dev/null 2>&1 || require_swift
missing=()

# What the release build needs: git for the packages, a C library with headers and start files for
# Yams and the linker, libxml2, libzip, libxlsxwriter, libcrypto and SQLite through pkg-config; and the
# toolchain's own libraries.
look_for_packages() {
  local crt
  command -v git >/dev/null || missing+=(git)
  [[ -e /etc/ssl/certs/ca-certificates.crt ]] || missing+=(ca-certificates)
  crt=$(compgen -G '/usr/lib/gcc/*/*/crtbeginS.o' || true)
  [[ -n $crt && -e /usr/include/stdio.h ]] || missing+=(g++)
  if ! command -v pkg-config >/dev/null; then
    missing+=(pkg-config libxml2-dev libzip-dev libxlsxwriter-dev libssl-dev libsqlite3-dev)
  else
    pkg-config --exists libxml-2.0 || missing+=(libxml2-dev)
    pkg-config --exists libzip || missing+=(libzip-dev)
    pkg-config --exists xlsxwriter || missing+=(libxlsxwriter-dev)
    pkg-config --exists libcrypto || missing+=(libssl-dev)
    pkg-config --exists sqlite3 || missing+=(libsqlite3-dev)
  fi
  if ! swift build --version >/dev/null 2>&1; then
    missing+=(libcurl4 libncurses6 libsqlite3-0)
  fi
}

install() {
  local sudo=()
  if ((EUID != 0)); then
    command -v sudo >/dev/null || return 1
    sudo=(sudo)
  fi
  command -v apt-get >/dev/null || return 1
  echo "安装 · installing: $*"
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq </dev/null \
    && "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive \
      apt-get install -y -qq --no-install-recommends "$@" </dev/null >/dev/null
}

look_for_packages
if ((${#missing[@]})) && ! install "${missing[@]}"; then
  echo "缺少软件包且无法自动安装，请先安装：${missing[*]}" >&2
  echo "packages are missing and could not be installed; install them first: ${missing[*]}" >&2
  exit 69
fi

if [[ ${1:-} == --tests ]] && ! command -v chromium >/dev/null \
  && ! command -v chromium-browser >/dev/null && ! command -v google-chrome >/dev/null; then
  if ! install chromium fonts-noto-cjk; then
    echo "未能安装 chromium：页面测试将跳过并注明原因，其余测试照常。" >&2
    echo "chromium could not be installed: the page tests are skipped and say so; all others run." >&2
  fi
fi

require_swift

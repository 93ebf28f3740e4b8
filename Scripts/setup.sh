#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Installs what the build needs and is missing, through apt-get. With --tests also what the tests of
# pages use. Safe to repeat; when nothing is missing it only looks.
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

# What the tests of pages use: a browser with Chinese fonts, GitHub's Markdown program, a reader of
# PDF, and Python packages in a folder of their own. Says on standard output what it could not get.
set_up_page_tests() {
  local wanted=() requirements=Tests/Browser/requirements.txt
  command -v chromium >/dev/null || command -v chromium-browser >/dev/null \
    || command -v google-chrome >/dev/null || wanted+=(chromium)
  compgen -G '/usr/share/fonts/opentype/noto/NotoSansCJK*' >/dev/null || wanted+=(fonts-noto-cjk)
  command -v cmark-gfm >/dev/null || wanted+=(cmark-gfm)
  command -v pdftotext >/dev/null || wanted+=(poppler-utils)
  command -v python3 >/dev/null && python3 -c 'import ensurepip' 2>/dev/null \
    || wanted+=(python3-venv)
  if ((${#wanted[@]})) && ! install "${wanted[@]}" >&2; then
    echo "${wanted[*]} (apt-get)"
    return
  fi
  cmp -s "$requirements" "$page_tools/requirements.txt" && return
  echo "安装 · installing: $requirements" >&2
  { python3 -m venv --clear "$page_tools" \
    && "$page_tools/bin/pip" install --quiet --disable-pip-version-check --no-input \
      --no-deps --only-binary :all: --require-hashes -r "$requirements" </dev/null \
    && cp "$requirements" "$page_tools/requirements.txt"; } >&2 \
    || echo "$requirements (pip)"
}

# The tests read this file: what is named in it is the one excuse for not running that CI accepts.
page_tools=.build/page-tools
if [[ ${1:-} == --tests ]]; then
  mkdir -p .build
  set_up_page_tests >"$page_tools.missing"
  if [[ -s $page_tools.missing ]]; then
    echo "页面测试所需的工具未能安装：$(<"$page_tools.missing")；页面测试将跳过并注明原因，其余测试照常。" >&2
    echo "not installed for the page tests: $(<"$page_tools.missing"); they are skipped and say so; all others run." >&2
  else
    rm -f "$page_tools.missing"
  fi
fi

require_swift

#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Fetches what Yuebao is measured beside: Debian packages through apt-get, PyPI's into a virtual
# environment under .build. Safe to repeat; when nothing is missing it only looks.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

environment=.build/bench-venv
missing=()
[[ -x /usr/bin/time ]] || missing+=(time)
command -v mlr >/dev/null || missing+=(miller)
command -v xmllint >/dev/null || missing+=(libxml2-utils)
command -v unzip >/dev/null || missing+=(unzip)
python3 -c 'import ensurepip, venv' 2>/dev/null || missing+=(python3-venv)

if ((${#missing[@]})); then
  sudo=()
  ((EUID == 0)) || sudo=(sudo)
  echo "installing: ${missing[*]}"
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get update -qq </dev/null
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends "${missing[@]}" </dev/null >/dev/null
fi

# The environment remembers what it was made from.
if ! cmp -s Benchmarks/requirements.txt "$environment/requirements.txt"; then
  [[ -x $environment/bin/python ]] || python3 -m venv "$environment"
  "$environment/bin/pip" install --quiet --disable-pip-version-check -r Benchmarks/requirements.txt
  cp Benchmarks/requirements.txt "$environment/"
fi

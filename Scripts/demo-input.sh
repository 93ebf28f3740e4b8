#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Writes Input/ anew: the output of `yuebao demo` without options.
set -euo pipefail
cd "$(dirname "$0")/.."

fresh=$(mktemp -d)
trap 'rm -rf "$fresh"' EXIT
.build/release/yuebao demo "$fresh/workspace"
rm -rf Input
cp -r "$fresh/workspace/Input" Input

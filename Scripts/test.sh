#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Sets up what the tests need and runs them; arguments go to `swift test`.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
Scripts/setup.sh --tests
# shellcheck source=Scripts/toolchain.sh
source Scripts/toolchain.sh
require_swift

swift test "$@" </dev/null

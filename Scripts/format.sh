#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Formats the Swift sources in place, as `.swift-format` says.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
# shellcheck source=Scripts/toolchain.sh
source Scripts/toolchain.sh
require_swift

swift format --in-place --parallel --recursive Sources Tests Package.swift

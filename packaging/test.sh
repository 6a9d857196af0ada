#!/usr/bin/env bash
# Installs what is missing, builds everything and runs every test.
# Further arguments go to ctest:  packaging/test.sh -R Wallet
set -euo pipefail
cd "$(dirname "$0")/.."
source packaging/packages.sh

install_missing "${build_packages[@]}" "${run_packages[@]}" "${test_packages[@]}"
build_preset dev
say_times "Built"
status=0
# Twice: GrowthTest and WatchdogTest measure time, and somebody else may use this computer.
ctest --test-dir build/dev --output-on-failure --repeat until-pass:2 --parallel $(($(nproc) + 2)) "$@" || status=$?
say_times "Built and tested"
exit $status

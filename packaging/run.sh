#!/usr/bin/env bash
# Installs what is missing, builds Cairn and starts it: the window, or cairnd where there is no display.
# Further arguments go to the program:  packaging/run.sh --network regtest
set -euo pipefail
cd "$(dirname "$0")/.."
source packaging/packages.sh

install_missing "${build_packages[@]}" "${run_packages[@]}"
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    build_preset release cairn cairnd
    say_times "Built"
    exec build/release/src/app/cairn "$@"
fi
build_preset release cairnd
say_times "Built"
echo "There is no display, so the node runs without a window. Open the address below with a browser or curl; Ctrl+C stops it." >&2
exec build/release/src/app/cairnd "$@"

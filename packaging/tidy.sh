#!/usr/bin/env bash
# clang-tidy with the project's configuration over src, or over the folders and files named:
#   packaging/tidy.sh src/chain src/wallet/Wallet.cpp
# Fails where it says anything.
set -euo pipefail
cd "$(dirname "$0")/.."
. packaging/packages.sh
install_missing clang-tidy-14 "${build_packages[@]}"
# Unity builds compile several files as one: the commands of the preset without them.
[ -f build/single/compile_commands.json ] || cmake --preset single >&2
# Classes include what moc and uic wrote of them: in the last build.
if [ ! -d build/dev/src/cairn_node_autogen/include ]; then
    echo "Build first: cmake --preset dev && cmake --build build/dev" >&2
    exit 2
fi
written=()
for folder in build/dev/src/*_autogen/include build/dev/src/app/*_autogen/include; do
    written+=("-extra-arg=-I$PWD/$folder")
done
[ $# -gt 0 ] || set -- src
patterns=()
for name in "$@"; do
    patterns+=("^$PWD/${name%/}(/|$)")
done
said=$(mktemp)
trap 'rm -f "$said"' EXIT
run-clang-tidy-14 -quiet -j "${TIDY_JOBS:-$(nproc)}" -p build/single "${written[@]}" "${patterns[@]}" 2>/dev/null |
    sed 's/\x1b\[[0-9;]*m//g' | grep -v '^clang-tidy' | tee "$said" || true
if grep -qE '(warning|error):' "$said"; then
    exit 1
fi

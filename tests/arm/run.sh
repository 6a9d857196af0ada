#!/bin/sh
# The ARMv8 mining kernel against the portable one, on an emulated processor.
# Needs the Debian packages g++-aarch64-linux-gnu and qemu-user; about half a minute.
set -eu
cd "$(dirname "$0")/../.."
out=$(mktemp -d)
trap 'rm -rf "$out"' EXIT
compile() { aarch64-linux-gnu-g++ -std=c++20 -O3 -Wall -Wextra -Wconversion -Wshadow -Werror -Isrc -c "$@"; }
compile src/mining/CpuFeatures.cpp -o "$out/CpuFeatures.o"
compile src/mining/ScanWords.cpp -o "$out/ScanWords.o"
compile src/mining/KernelPortable.cpp -o "$out/KernelPortable.o"
compile src/mining/KernelArmSha2.cpp -march=armv8-a+crypto -o "$out/KernelArmSha2.o"
compile tests/arm/KernelCheck.cpp -o "$out/KernelCheck.o"
aarch64-linux-gnu-g++ -static "$out"/*.o -o "$out/check"
qemu-aarch64 -cpu max "$out/check" "$@"

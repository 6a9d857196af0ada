#!/bin/sh
# Runs fuzz targets one after the other, each for the given time, from the corpus in tests/fuzz/corpus; what they learn stays in
# build/fuzz/corpus. With "minimise" the smallest set of inputs that reaches as much goes back into tests/fuzz/corpus.
#
#   tests/fuzz/run.sh SECONDS [TARGET...]
#   tests/fuzz/run.sh minimise [TARGET...]
#
# Ends with 1 when a target found something; the inputs are in build/fuzz/findings.
set -eu
usage() {
    sed -n '5,6s/^# *//p' "$0" >&2
    exit 2
}
[ $# -gt 0 ] || usage
mode=$1
shift
case $mode in
minimise) ;;
'' | *[!0-9]*) usage ;;
esac

root=$(cd "$(dirname "$0")/../.." && pwd)
build=$root/build/fuzz
cd "$root"
cmake --preset fuzz >/dev/null
# shellcheck disable=SC2086
cmake --build --preset fuzz ${*:+--target "$@"} -- -j2 >"$build/build.log" 2>&1 || {
    tail -n 30 "$build/build.log" >&2
    exit 1
}
[ $# -gt 0 ] || set -- $(find tests/fuzz -name '*Fuzz.cpp' -exec basename {} .cpp \; | sort)

mkdir -p "$build/findings"
status=0
for target; do
    program=$build/tests/fuzz/$target
    learned=$build/corpus/$target
    kept=tests/fuzz/corpus/$target
    mkdir -p "$learned" "$kept"
    words=
    [ ! -e "tests/fuzz/$target.dict" ] || words=-dict=tests/fuzz/$target.dict
    if [ "$mode" = minimise ]; then
        rm -rf "$build/minimised"
        mkdir "$build/minimised"
        "$program" -merge=1 -use_counters=0 "$build/minimised" "$learned" "$kept" >"$build/$target.log" 2>&1
        rm -rf "$kept"
        mv "$build/minimised" "$kept"
        echo "$target: $(find "$kept" -type f | wc -l) inputs, $(du -sb "$kept" | cut -f1) bytes"
    elif "$program" -max_total_time="$mode" -timeout=20 -rss_limit_mb=2048 -print_final_stats=1 \
        -artifact_prefix="$build/findings/$target-" $words "$learned" "$kept" >"$build/$target.log" 2>&1; then
        runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$build/$target.log")
        echo "$target: $runs runs in $mode s, nothing found"
    else
        echo "$target: FOUND something, see $build/$target.log"
        tail -n 20 "$build/$target.log"
        status=1
    fi
done
exit $status

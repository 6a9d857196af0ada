# Debian packages that Cairn is built, run and tested with. Sourced by run.sh and test.sh.

build_packages=(g++ cmake ninja-build pkg-config qt6-base-dev qt6-base-dev-tools qt6-svg-dev qt6-tools-dev
    qt6-tools-dev-tools qt6-l10n-tools libgl-dev libvulkan-dev libsecp256k1-dev libssl-dev libboost-dev libexpected-dev
    nlohmann-json3-dev libqrencode-dev libzbar-dev zlib1g-dev)
run_packages=(libqt6sql6-sqlite libqt6svg6 fonts-dejavu-core)
test_packages=(python3 python3-requests curl clang-format-14 man-db zsh appstream desktop-file-utils shared-mime-info xdg-utils
    libglib2.0-bin systemd xvfb)

# Installs what is missing of the packages named; says what it does. Needs root or sudo only when something is missing.
install_missing() {
    local missing=() name
    for name in "$@"; do
        dpkg-query -W -f '${Status}' "$name" 2>/dev/null | grep -q 'install ok installed' || missing+=("$name")
    done
    [ ${#missing[@]} -gt 0 ] || return 0
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || { echo "These packages are missing, and installing them needs root: ${missing[*]}" >&2; return 1; }
        as_root=(sudo)
    fi
    echo "Installing ${#missing[@]} Debian packages: ${missing[*]}" >&2
    "${as_root[@]}" apt-get update -qq &&
        DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}

# Says what the work since the script's start took: wall clock, and processor time of everything it ran.
say_times() {
    local cpu
    cpu=$(awk -v ticks="$(getconf CLK_TCK)" '{ print int(($16 + $17) / ticks) }' "/proc/$$/stat")
    echo "$1: $((SECONDS / 60)) min $((SECONDS % 60)) s, $((cpu / 60)) min $((cpu % 60)) s of processor time" >&2
}

# Configures (once) and builds a preset; further arguments are targets.
build_preset() {
    local preset=$1
    shift
    [ -f "build/$preset/build.ninja" ] || cmake --preset "$preset" >&2 || return 1
    cmake --build --preset "$preset" ${1:+--target "$@"} >&2
}

#!/usr/bin/env bash
# Builds Cairn and makes build/cairn-VERSION-MACHINE.tar.xz of it: a folder that runs wherever it is unpacked, without root, with the
# Qt libraries it needs; prints that path. What every Linux desktop has (the C library, X, fonts, OpenGL) it takes from there.
set -euo pipefail
cd "$(dirname "$0")/.."
source packaging/packages.sh

install_missing "${build_packages[@]}" "${run_packages[@]}" patchelf xz-utils qt6-wayland qt6-translations-l10n
build_preset release cairn cairnd cairn_installed

version=$(sed -n 's/^project(cairn VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
name=cairn-$version-$(uname -m)
work=build/archive
root=$work/$name
umask 022
rm -rf "$work"
mkdir -p "$root/lib" "$root/plugins" "$root/translations" "$root/licences"
cmake --install build/release --prefix "$PWD/$work/installed" --strip >"$work/install.log"

# No links within: sticks are often formatted without them. Programs at the top, where a double click finds them.
cp "$work"/installed/bin/cairn "$work"/installed/bin/cairnd "$root/"
mkdir -p "$root/share"
cp -r "$work"/installed/share/man "$work"/installed/share/bash-completion "$work"/installed/share/zsh "$root/share/"
cp LICENSE "$root/licences/cairn.txt"
cp resources/fonts/*-OFL.txt "$root/licences/"
cp packaging/archive/* "$root/"
chmod 755 "$root/cairn-portable"

qt=$(qtpaths6 --query QT_INSTALL_PLUGINS)
for plugin in platforms/libqxcb platforms/libqwayland-generic platforms/libqoffscreen wayland-shell-integration/libxdg-shell \
    wayland-decoration-client/libbradient iconengines/libqsvgicon imageformats/libqsvg sqldrivers/libqsqlite tls/libqopensslbackend \
    platforminputcontexts/libcomposeplatforminputcontextplugin platforminputcontexts/libibusplatforminputcontextplugin; do
    install -D -m 644 "$qt/$plugin.so" "$root/plugins/$plugin.so"
done
for language in translations/cairn_*.ts; do
    language=${language#translations/cairn_}
    file=$(qtpaths6 --query QT_INSTALL_TRANSLATIONS)/qtbase_${language%.ts}.qm
    [ ! -f "$file" ] || cp "$file" "$root/translations/"
done

# Libraries that belong to the computer, not to the program: C and C++ runtime, graphics drivers, X, fonts.
system='^(ld-linux.*|linux-vdso|lib(c|m|dl|rt|pthread|resolv|util|stdc\+\+|gcc_s|GL|GLX|EGL|OpenGL|GLdispatch|drm|gbm|X11|X11-xcb|xcb|fontconfig|freetype|expat|dbus-1|systemd|z))\.so'
licence() { # the licence of the package that a file came from
    local package
    package=$(dpkg-query -S "$(readlink -f "$1")" 2>/dev/null | head -1 | cut -d: -f1) || return 0
    [ -z "$package" ] || cp -n "/usr/share/doc/$package/copyright" "$root/licences/$package.txt"
}
find "$root/plugins" -name '*.so' -printf '%P\n' | while read -r plugin; do licence "$qt/$plugin"; done

# From the programs and plugins to what they need, to what that needs, past nothing that belongs to the computer.
# (TLS is opened by name at run time.)
ssl=$(ldconfig -p | sed -n 's/.* => \(.*\/libssl\.so\.3\)$/\1/p' | head -1)
install -m 644 "$(readlink -f "$ssl")" "$root/lib/libssl.so.3"
licence "$ssl"
mapfile -t files < <(find "$root/cairn" "$root/cairnd" "$root/plugins" "$root/lib" -type f)
declare -A places
while read -r library place; do places[$library]=$place; done < <(
    ldd "${files[@]}" | sed -n 's/^\t\([^ ]*\) => \(\/[^ ]*\) .*/\1 \2/p')
for ((i = 0; i < ${#files[@]}; ++i)); do
    for library in $(objdump -p "${files[i]}" | sed -n 's/^ *NEEDED *//p'); do
        if [[ $library =~ $system || -e $root/lib/$library ]]; then continue; fi
        install -m 644 "$(readlink -f "${places[$library]}")" "$root/lib/$library"
        licence "${places[$library]}"
        files+=("$root/lib/$library")
    done
done
# The old kind of path (DT_RPATH) also serves what the libraries and plugins need in turn.
patchelf --force-rpath --set-rpath '$ORIGIN/lib' "$root/cairn" "$root/cairnd"

archive=build/$name.tar.xz
tar --create --directory "$work" --sort=name --owner=0 --group=0 --numeric-owner --mtime="@$(git log -1 --format=%ct 2>/dev/null || date +%s)" "$name" |
    xz -6 -T0 >"$archive"
echo "$archive"

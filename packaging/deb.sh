#!/usr/bin/env bash
# Builds Cairn and makes build/cairn_VERSION_ARCHITECTURE.deb of it; prints that path.
#   packaging/deb.sh && sudo apt install ./build/cairn_*.deb
set -euo pipefail
cd "$(dirname "$0")/.."
source packaging/packages.sh

install_missing "${build_packages[@]}" "${run_packages[@]}" dpkg-dev
build_preset release cairn cairnd cairn_installed

version=$(sed -n 's/^project(cairn VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
arch=$(dpkg --print-architecture)
work=build/deb
root=$work/root
package=build/cairn_${version}_$arch.deb
umask 022
rm -rf "$work"
mkdir -p "$root/DEBIAN" "$root/usr/share/doc/cairn" "$work/debian"
export SOURCE_DATE_EPOCH
SOURCE_DATE_EPOCH=$(dpkg-parsechangelog -l packaging/deb/changelog -S Timestamp)
[ "$(dpkg-parsechangelog -l packaging/deb/changelog -S Version)" = "$version" ] ||
    { echo "packaging/deb/changelog does not begin with version $version." >&2; exit 1; }

DESTDIR=$PWD/$root cmake --install build/release --prefix /usr --strip >"$work/install.log"
# Where Debian has them, and as it wants them.
strip --remove-section=.comment --remove-section=.note "$root"/usr/bin/*
mkdir "$root/usr/share/zsh/vendor-completions"
mv "$root"/usr/share/zsh/site-functions/_* "$root/usr/share/zsh/vendor-completions/"
rmdir "$root/usr/share/zsh/site-functions"
gzip -9n "$root"/usr/share/man/man1/*.1
install -m 644 packaging/deb/copyright "$root/usr/share/doc/cairn/"
gzip -9nc packaging/deb/changelog >"$root/usr/share/doc/cairn/changelog.gz"

# Which libraries the programs need, dpkg finds out; plugins it cannot see (packaging/deb/control).
cp packaging/deb/control packaging/deb/changelog "$work/debian/"
(cd "$work" && dpkg-shlibdeps -Tsubstvars root/usr/bin/cairn root/usr/bin/cairnd && dpkg-gencontrol -Tsubstvars -Proot) >"$work/dpkg.log" 2>&1 ||
    { cat "$work/dpkg.log" >&2; exit 1; }
(cd "$root" && find usr -type f -print0 | sort -z | xargs -0 md5sum >DEBIAN/md5sums)
dpkg-deb --root-owner-group -Zxz --build "$root" "$package" >&2
echo "$package"

#!/bin/sh
# The example is built with the installed library, by CMake and by pkg-config, shared and static,
# and comes to the right sums.
. "$(dirname "$0")/expect.sh"
example=$(cd "$(dirname "$0")/../example" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
lib=$INSTALLED/$LIBDIR

# 106,800 pictures: all at 0.10; a package of 100,000 and one of 10,000 for 7,800; or the first of
# them, and 6,800 at 0.10.
sums="payg       10680.00 USD
package     7800.00 USD
best        7680.00 USD  *"

# try FOLDER: the two programs in it.
try() {
    for program in price price_static; do
        expect "$1/$program" "$sums" "$(LD_LIBRARY_PATH=$lib "$1/$program")"
    done
    soname=libbreakeven.so.${VERSION%.*}
    readelf -d "$1/price" | grep -q "NEEDED.*$soname" || fail "$1/price does not use $soname"
    ! readelf -d "$1/price_static" | grep -q "NEEDED.*libbreakeven" ||
        fail "$1/price_static uses the shared library"
}

"$CMAKE" -S "$example" -B "$work/cmake" -DCMAKE_PREFIX_PATH="$INSTALLED" >"$work/log" 2>&1 ||
    fail "$(cat "$work/log")"
"$CMAKE" --build "$work/cmake" >"$work/log" 2>&1 || fail "$(cat "$work/log")"
try "$work/cmake"

mkdir "$work/make"
PKG_CONFIG_PATH=$lib/pkgconfig make -C "$example" FOLDER="$work/make" >"$work/log" 2>&1 ||
    fail "$(cat "$work/log")"
try "$work/make"
expect "the version that pkg-config tells" "$VERSION" \
    "$(PKG_CONFIG_PATH=$lib/pkgconfig pkg-config --modversion breakeven)"

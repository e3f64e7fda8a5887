#!/bin/sh
# Installs into a staging folder, finds nothing outside its prefix there, and moves the tree.
. "$(dirname "$0")/expect.sh"

rm -rf "$STAGING" "$INSTALLED"
DESTDIR=$STAGING "$CMAKE" --install "$BUILD" --prefix /opt/breakeven >/dev/null
expect "what lies in the staging folder" "opt" "$(ls "$STAGING")"
expect "what lies in its prefix" "bin
include
${LIBDIR%%/*}
share" "$(ls "$STAGING/opt/breakeven")"
mv "$STAGING/opt/breakeven" "$INSTALLED"

for file in bin/breakeven include/breakeven/breakeven.h \
    "$LIBDIR/libbreakeven.a" "$LIBDIR/libbreakeven.so.$VERSION" \
    "$LIBDIR/pkgconfig/breakeven.pc" "$LIBDIR/cmake/breakeven/breakevenConfig.cmake" \
    share/breakeven/pricing/tencent.cfg share/breakeven/breakeven.schema.json \
    share/doc/breakeven/LICENSE \
    share/locale/zh_CN/LC_MESSAGES/breakeven.mo; do
    [ -f "$INSTALLED/$file" ] || fail "$file is not installed"
done
# Text files name no folder of the build: they would be wrong elsewhere.
if grep -rIl -F -e "$BUILD" -e /opt/breakeven "$INSTALLED"; then
    fail "these name a folder of the build or the prefix"
fi

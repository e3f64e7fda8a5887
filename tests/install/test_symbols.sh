#!/bin/sh
# Both libraries let out the functions that the installed headers declare, and nothing else; a C++
# program links to each of them.
. "$(dirname "$0")/expect.sh"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
lib=$INSTALLED/$LIBDIR

# Comments and macros are gone after the preprocessor; types of functions are no functions.
for header in "$INSTALLED"/include/breakeven/*.h; do
    printf '#include <breakeven/%s>\n' "$(basename "$header")"
done | "$CC" -E -P -I"$INSTALLED/include" - | grep -v '^typedef ' |
    grep -o '\bbe_[a-z0-9_]*(' | tr -d '(' | LC_ALL=C sort -u >"$work/declared"
[ "$(wc -l <"$work/declared")" -gt 100 ] || fail "the declarations were not found"

# defined OPTION LIBRARY: the names that it lets out.
defined() {
    "$NM" "$1" --defined-only "$2" | awk 'NF == 3 { print $3 }' | LC_ALL=C sort -u
}
defined -D "$lib/libbreakeven.so" >"$work/shared"
defined -g "$lib/libbreakeven.a" >"$work/static"
for form in shared static; do
    diff "$work/declared" "$work/$form" >&2 ||
        fail "what is declared (<) is not what the $form library lets out (>)"
done

"$CC" -x c++ -fsyntax-only /dev/null 2>/dev/null || exit 0
{
    echo '#include <breakeven/breakeven.h>'
    echo 'typedef void (*function)();'
    echo 'extern const function all[] = {'
    sed 's/.*/    reinterpret_cast<function>(&),/' "$work/declared"
    echo '};'
    echo 'int main() { return all[0] == nullptr; }'
} >"$work/all.cc"
"$CC" -I"$INSTALLED/include" -x c++ -std=c++17 -c "$work/all.cc" -o "$work/all.o"
for library in libbreakeven.so libbreakeven.a; do
    # shellcheck disable=SC2086
    "$CC" $CFLAGS "$work/all.o" "$lib/$library" -o "$work/all" || fail "C++ with $library"
    LD_LIBRARY_PATH=$lib "$work/all" || fail "C++ with $library does not run"
done

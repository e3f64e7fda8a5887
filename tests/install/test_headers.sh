#!/bin/sh
# Every installed header compiles alone, as C17 and as C++, without a warning.
. "$(dirname "$0")/expect.sh"

# alone LANGUAGE STANDARD
alone() {
    for header in "$INSTALLED"/include/breakeven/*.h; do
        printf '#include <breakeven/%s>\n' "$(basename "$header")" |
            "$CC" -x "$1" "-std=$2" -Wall -Wextra -Wpedantic -Werror -I"$INSTALLED/include" \
                -fsyntax-only - || fail "$header as $2"
    done
}

alone c c17
if "$CC" -x c++ -fsyntax-only /dev/null 2>/dev/null; then
    alone c++ c++11
    alone c++ c++17
else
    echo "skipped: $CC compiles no C++ here"
fi

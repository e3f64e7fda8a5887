# What the scripts share: a failure tells what was expected, and ends the test.
set -eu

fail() {
    echo "FAILED: $*" >&2
    exit 1
}

# expect WHAT EXPECTED ACTUAL
expect() {
    [ "$2" = "$3" ] || fail "$1: expected
$2
but got
$3"
}

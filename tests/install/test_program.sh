#!/bin/sh
# The installed program runs where it was moved to, finds its translations there, and reads the
# price files that lie beside it.
. "$(dirname "$0")/expect.sh"
program=$INSTALLED/bin/breakeven
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export HOME="$work"
unset LC_ALL LC_MESSAGES LANGUAGE XDG_CONFIG_HOME

expect "--version" "breakeven $VERSION" "$(LANG=C "$program" --version)"

for price_file in "$INSTALLED"/share/breakeven/pricing/*.cfg; do
    LANG=C "$program" check "$price_file" >"$work/check" || fail "$(cat "$work/check")"
done

# 200 pictures under graduated tiers of 25 and 125: 7.50 + 27.50 + 18.75.
case $(LANG=C "$program" rate alibaba/aitryon-refiner 200) in
*53.75*) ;;
*) fail "wrong charge" ;;
esac

# The word for "Commands" comes from the message catalogue.
case $(LANG=zh_CN.UTF-8 "$program" --help) in
*命令*) ;;
*) fail "the program does not speak Chinese" ;;
esac

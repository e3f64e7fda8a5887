#include "tui/model/chart_range.h"

enum {
    REACH = 8,   /* times today's volume: so far a break-even is looked for */
    LOOKS = 48,  /* volumes looked at: what is the cheapest at none of them is not for long */
    LEADS = 100, /* an end is rounded up to two digits */
    VOLUME_GUESSED = 10000
};

/* A volume worth looking at where none is planned. */
static be_quantity guessed_volume(const be_product *product)
{
    be_quantity most = 0;
    for (size_t i = 0; i < product->package_count; i++) {
        if (product->packages[i].size > most)
            most = product->packages[i].size;
    }
    return most > 0 ? most : VOLUME_GUESSED;
}

static be_quantity half_as_much_again(be_quantity volume)
{
    return be_quantity_scale(volume, 3, 2);
}

/* Up to the next number of two digits and noughts. */
static be_quantity rounded_up(be_quantity volume)
{
    be_quantity unit = 1;
    while (volume / unit >= LEADS)
        unit *= 10;
    be_quantity rounded = be_quantity_divide_up(volume, unit) * unit;
    return rounded < BE_QUANTITY_MAX ? rounded : BE_QUANTITY_MAX;
}

/* The cheapest pure way at a volume; false where there is none. */
static bool cheapest_at(be_arena *arena, const cost_question *asked, be_quantity volume,
                        be_option_id *out)
{
    be_arena_reset(arena);
    const be_curve *curve =
        be_curve_create(arena, asked->product, asked->demand, asked->horizon, volume, volume, 0);
    if (curve == NULL || !curve->spans[0].has_option)
        return false;
    *out = curve->spans[0].option;
    return true;
}

/* The last of the volumes looked at where another way is the cheapest than at those before. */
static be_quantity last_change(be_arena *arena, const cost_question *asked, be_quantity reach)
{
    be_option_id before = BE_OPTION_PAYG, here;
    bool has_before = false;
    be_quantity found = 0;
    for (int i = 1; i <= LOOKS; i++) {
        be_quantity volume = be_quantity_scale(reach, i, LOOKS);
        if (!cheapest_at(arena, asked, volume, &here))
            continue;
        if (has_before && here != before)
            found = volume;
        before = here;
        has_before = true;
    }
    return found;
}

volume_range chart_range_for(const cost_question *asked)
{
    be_quantity planned = cost_volume(asked->demand);
    be_quantity today = planned > 0 ? planned : guessed_volume(asked->product);
    be_quantity end = half_as_much_again(today);
    be_arena *arena = be_arena_create();
    if (arena != NULL) {
        be_quantity reach = be_quantity_scale(today, REACH, 1);
        be_quantity change = half_as_much_again(last_change(arena, asked, reach));
        end = change > end ? change : end;
    }
    be_arena_destroy(arena);
    return (volume_range){0, rounded_up(end)};
}

/* So many volumes, of which the first is the one given, as near to it as there are any. */
static volume_range range_of(be_quantity from, be_quantity width)
{
    be_quantity last = BE_QUANTITY_MAX - width;
    be_quantity first = from < 0 ? 0 : from < last ? from : last;
    return (volume_range){first, first + width};
}

volume_range chart_range_zoom(volume_range shown, be_quantity around, bool in, be_quantity least)
{
    be_quantity width = shown.to - shown.from;
    be_quantity wanted = in ? width / 2 : be_quantity_scale(width, 2, 1);
    if (wanted < least)
        wanted = width < least ? width : least;
    be_quantity left = width == 0 ? 0 : be_quantity_scale(around - shown.from, wanted, width);
    return range_of(around - left, wanted);
}

volume_range chart_range_follow(volume_range shown, be_quantity volume)
{
    be_quantity width = shown.to - shown.from;
    if (volume < shown.from)
        return range_of(volume, width);
    return volume > shown.to ? range_of(volume - width, width) : shown;
}

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
    const be_curve *curve =
        be_curve_create(arena, asked->product, asked->demand, asked->horizon, volume, volume, 0);
    if (curve == NULL || !curve->spans[0].has_option)
        return false;
    *out = curve->spans[0].option;
    return true;
}

chart_range_search chart_range_begin(const cost_question *asked)
{
    be_quantity planned = cost_volume(asked->demand);
    return (chart_range_search){.today = planned > 0 ? planned : guessed_volume(asked->product)};
}

static void take_way(chart_range_search *search, be_quantity volume, be_option_id way)
{
    if (search->has_before && way != search->before)
        search->change = volume;
    search->before = way;
    search->has_before = true;
}

bool chart_range_step(chart_range_search *search, const cost_question *asked, be_interrupt *by)
{
    be_arena *arena = search->looked < LOOKS ? be_arena_create() : NULL;
    if (arena == NULL)
        return false;
    be_quantity reach = be_quantity_scale(search->today, REACH, 1);
    be_quantity volume = be_quantity_scale(reach, search->looked + 1, LOOKS);
    be_option_id way;
    be_arena_heed(arena, by);
    bool has_way = cheapest_at(arena, asked, volume, &way);
    be_arena_destroy(arena);
    if (by != NULL && by->came)
        return true;
    if (has_way)
        take_way(search, volume, way);
    return ++search->looked < LOOKS;
}

volume_range chart_range_found(const chart_range_search *search)
{
    be_quantity around = search->change > search->today ? search->change : search->today;
    return (volume_range){0, rounded_up(half_as_much_again(around))};
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

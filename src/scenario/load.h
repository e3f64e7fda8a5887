/*
 * The parts of a scenario file, each read by a source of its own: load_<part>.c.
 *
 * Private to the loader; the rules are those of config/reader.h.
 */
#ifndef BREAKEVEN_SCENARIO_LOAD_H
#define BREAKEVEN_SCENARIO_LOAD_H

#include <breakeven/catalog.h>
#include <breakeven/demand.h>

#include "config/reader.h"

enum { PLAN_START_UNKNOWN = -1 };

/* What the parts of a file need to know; a reader's context. */
typedef struct plan_loader {
    const be_catalog *catalog;
    be_horizon horizon; /* its start is PLAN_START_UNKNOWN, or months 0, after a mistake in them */
} plan_loader;

extern const reader_record load_item_record;     /* scenario_item */
extern const reader_record load_exchange_record; /* scenario_exchange */

/* Types of a key. The C type of the field stands first. */
extern const reader_type load_volume;      /* be_quantity; "30k" is allowed */
extern const reader_type load_volumes;     /* scenario_item: its typed months */
extern const reader_type load_ratio;       /* be_ratio; rule: reader_range, in units of be_ratio */
extern const reader_type load_season;      /* scenario_item: its factors by calendar month */
extern const reader_type load_per_request; /* scenario_item: its units per request */
extern const reader_type load_owned;       /* scenario_item: its owned packages */
extern const reader_type load_buy;         /* scenario_item: its pinned purchases */

#endif

/*
 * The fields of the demand form: one table that says what each is called, what it means, how its
 * text is read and how its value is shown.
 */
#ifndef BREAKEVEN_TUI_MODEL_FIELDS_H
#define BREAKEVEN_TUI_MODEL_FIELDS_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/catalog.h>

#include "scenario/scenario.h"

typedef enum field_id {
    FIELD_VOLUME,
    FIELD_METER_FIRST, /* units per request of the product's first meter; the others follow */
    FIELD_METER_LAST = FIELD_METER_FIRST + BE_METERS_MAX - 1,
    FIELD_BATCH,
    FIELD_CACHED,
    FIELD_GROWTH,
    FIELD_FAILURES,
    FIELD_CONCURRENCY,
    FIELD_RESPONSE,
    FIELD_QPS,
    FIELD_PEAK_DAYS,
    FIELD_FREE_LEFT,
    FIELD_POSTPAID,
    FIELD_MONTHS,
    FIELD_START,
    FIELD_LOW,
    FIELD_HIGH,
    FIELD_DISCOUNT,
    FIELD_RARE_FIRST, /* those from here on are on a page of their own */
    FIELD_SPREAD = FIELD_RARE_FIRST,
    FIELD_CANCELLATION,
    FIELD_BUSY_HOURS,
    FIELD_FAILURES_BILLED,
    FIELD_TAX,
    FIELD_TOTAL_IN,
    FIELD_RATES_DATE,
    FIELD_RATES,
    FIELD_VOLUMES,
    FIELD_SEASON,
    FIELD_OWNED,
    FIELD_BUY,
    FIELD_ID_COUNT
} field_id;

enum {
    FIELD_TEXT = 1024,
    FIELD_REASON = 160,
    FIELD_TYPED = 1024 /* room for what may be typed into one */
};

/* The plan and the item of it that a field belongs to. */
typedef struct field_target {
    scenario *plan;
    scenario_item *item;
    const be_product *product;
    size_t meter; /* of a field of a meter; set by field_show and field_read */
    be_date today;
} field_target;

typedef struct field_info {
    const char *label;
    const char *help; /* one line, shown while the field has the cursor */
    bool is_switch;   /* on or off: a key turns it */
    bool has_sign;    /* may be below zero: + and - begin a value */
    bool is_wide;     /* a list: takes a row of its own */
    bool of_plan;     /* changes every item, not the selected one alone */
    void (*show)(const field_target *target, char *out, size_t size);
    bool (*read)(const field_target *target, const char *text, char *reason, size_t size);
    bool (*applies)(const be_product *product); /* NULL: to every product */
} field_info;

const field_info *field_of(field_id id);

/* What a field is called: a meter's has the meter's name. */
const char *field_label(field_id id, const be_product *product);

/* Writes what a field shows now. */
void field_show(field_id id, const field_target *target, char *out, size_t size);

/* Takes a typed text; false, with the reason, when it has no meaning there. */
bool field_read(field_id id, const field_target *target, const char *text, char *reason,
                size_t size);

/* Whether it is on the page of those that are rarely used. */
bool field_is_rare(field_id id);

/* Whether a product has any use for a field. */
bool field_applies(field_id id, const be_product *product);

#endif

#include "scenario/numbers.h"

#include <stdio.h>

#include "config/grouped.h"

enum { MILLISECOND = 1000 };

static void write_quantity(const void *value, char out[SCENARIO_NUMBER_TEXT])
{
    char text[GROUPED_TEXT];
    be_quantity quantity = *(const be_quantity *)value;
    snprintf(out, SCENARIO_NUMBER_TEXT, "%s", quantity == 0 ? "" : grouped(quantity, text));
}

static void write_ratio(const void *value, char out[SCENARIO_NUMBER_TEXT])
{
    char text[BE_RATIO_TEXT] = "";
    be_ratio ratio = *(const be_ratio *)value;
    if (ratio != 0)
        be_ratio_format(ratio, text);
    snprintf(out, SCENARIO_NUMBER_TEXT, "%s", text);
}

static void write_integer(const void *value, char out[SCENARIO_NUMBER_TEXT])
{
    int integer = *(const int *)value;
    out[0] = '\0';
    if (integer != 0)
        snprintf(out, SCENARIO_NUMBER_TEXT, "%d", integer);
}

static void write_response(const void *value, char out[SCENARIO_NUMBER_TEXT])
{
    char text[BE_MICROSECONDS_TEXT] = "";
    be_microseconds time = *(const be_microseconds *)value;
    if (time > 0 && time < MILLISECOND) /* in letters that a keyboard has */
        snprintf(text, sizeof text, "%d us", (int)time);
    else if (time > 0)
        be_microseconds_format(time, text);
    snprintf(out, SCENARIO_NUMBER_TEXT, "%s", text);
}

static void write_flag(const void *value, char out[SCENARIO_NUMBER_TEXT])
{
    snprintf(out, SCENARIO_NUMBER_TEXT, "%s", *(const bool *)value ? "true" : "");
}

#define NUMBER(key, member, write)                                                                 \
    {                                                                                              \
        key, offsetof(be_demand, member), false, write                                             \
    }

const scenario_number scenario_numbers[] = {
    NUMBER("volume", volume, write_quantity),
    NUMBER("growth", growth, write_ratio),
    NUMBER("spread", spread, write_ratio),
    NUMBER("cancellation", cancellation, write_ratio),
    NUMBER("batch", batch, write_ratio),
    NUMBER("cached", cached, write_ratio),
    NUMBER("discount", discount, write_ratio),
    NUMBER("failures", failures, write_ratio),
    NUMBER("failures_billed", failures_billed, write_ratio),
    NUMBER("concurrency", concurrency, write_quantity),
    NUMBER("response_time", response, write_response),
    NUMBER("qps", qps, write_quantity),
    NUMBER("peak_days", peak_days, write_integer),
    NUMBER("busy_hours", busy_hours, write_integer),
    {"postpaid", offsetof(be_demand, postpaid), true, write_flag},
};

const size_t scenario_number_count = sizeof scenario_numbers / sizeof *scenario_numbers;

const char *scenario_number_text(const scenario_number *number, const be_demand *demand,
                                 char out[SCENARIO_NUMBER_TEXT])
{
    number->write((const char *)demand + number->offset, out);
    return out;
}

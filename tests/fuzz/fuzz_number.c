/*
 * Numbers, shares, durations, months, dates and times: what is read is written and read again as
 * the same, and no text means one thing with and another without a suffix allowed.
 */
#include <stdlib.h>
#include <string.h>

#include <breakeven/breakeven.h>

#include "fuzz.h"

static void check_quantity(const char *text)
{
    be_quantity plain = 0, suffixed = 0, again = 0;
    char written[BE_QUANTITY_TEXT];
    bool is_plain = be_quantity_parse(text, BE_NUMBER_PLAIN, &plain) == BE_NUMBER_OK;
    bool is_suffixed = be_quantity_parse(text, BE_NUMBER_SUFFIX, &suffixed) == BE_NUMBER_OK;
    FUZZ_REQUIRE(!is_plain || (is_suffixed && plain == suffixed));
    if (!is_suffixed)
        return;
    FUZZ_REQUIRE(suffixed >= 0 && suffixed <= BE_QUANTITY_MAX);
    size_t length = be_quantity_format(suffixed, written);
    FUZZ_REQUIRE(length == strlen(written) && length < sizeof written);
    FUZZ_REQUIRE(be_quantity_parse(written, BE_NUMBER_PLAIN, &again) == BE_NUMBER_OK);
    FUZZ_REQUIRE(again == suffixed);
}

static void check_amount(const char *text)
{
    be_amount amount, again;
    char written[BE_AMOUNT_TEXT];
    if (be_amount_parse(text, &amount) != BE_NUMBER_OK)
        return;
    FUZZ_REQUIRE(be_amount_state_of(amount) == BE_AMOUNT_KNOWN);
    size_t length = be_amount_format(amount, written);
    FUZZ_REQUIRE(length == strlen(written) && length < sizeof written);
    FUZZ_REQUIRE(be_amount_parse(written, &again) == BE_NUMBER_OK);
    FUZZ_REQUIRE(be_amount_compare(amount, again) == 0);
}

static void check_ratio(const char *text)
{
    be_ratio share, factor, suffixed, again;
    char written[BE_RATIO_TEXT];
    if (be_ratio_parse(text, &share) == BE_NUMBER_OK) {
        FUZZ_REQUIRE(be_ratio_format(share, written) == strlen(written));
        FUZZ_REQUIRE(be_ratio_parse(written, &again) == BE_NUMBER_OK && again == share);
    }
    if (be_ratio_parse_factor(text, BE_NUMBER_SUFFIX, &suffixed) == BE_NUMBER_OK) {
        FUZZ_REQUIRE(be_ratio_format_factor(suffixed, written) == strlen(written));
        FUZZ_REQUIRE(be_ratio_parse_factor(written, BE_NUMBER_PLAIN, &again) == BE_NUMBER_OK);
        FUZZ_REQUIRE(again == suffixed);
    }
    if (be_ratio_parse_factor(text, BE_NUMBER_PLAIN, &factor) == BE_NUMBER_OK) {
        FUZZ_REQUIRE(be_ratio_parse_factor(text, BE_NUMBER_SUFFIX, &suffixed) == BE_NUMBER_OK);
        FUZZ_REQUIRE(be_ratio_parse(text, &share) == BE_NUMBER_OK);
        FUZZ_REQUIRE(suffixed == factor && share == factor);
    }
}

static void check_calendar(const char *text)
{
    be_month month, again;
    be_date date;
    char written[BE_MONTH_TEXT];
    bool is_month = be_month_parse(text, &month);
    bool is_date = be_date_parse(text, &date);
    if (is_month) {
        be_month_format(month, written);
        FUZZ_REQUIRE(be_month_parse(written, &again) && again == month);
        FUZZ_REQUIRE(is_date && be_month_of(date.year, date.month) == month && date.day == 0);
    }
    if (!is_date)
        return;
    FUZZ_REQUIRE(date.year >= BE_YEAR_MIN && date.year <= BE_YEAR_MAX);
    FUZZ_REQUIRE(date.month >= 0 && date.month <= 12 && (date.day == 0 || date.month > 0));
    FUZZ_REQUIRE(date.day == 0 ||
                 (date.day > 0 && date.day <= be_month_days(be_month_of(date.year, date.month))));
    FUZZ_REQUIRE(be_date_days_between(date, date) == 0);
}

static void check_times(const char *text)
{
    be_duration duration;
    be_microseconds time, again;
    char written[BE_MICROSECONDS_TEXT];
    if (be_duration_parse(text, &duration)) {
        FUZZ_REQUIRE(duration.count >= 1);
        FUZZ_REQUIRE(duration.count <= (duration.unit == BE_DAYS ? 36500 : 1200));
    }
    if (!be_microseconds_parse(text, &time))
        return;
    FUZZ_REQUIRE(time > 0 && time <= INT64_C(86400000000));
    FUZZ_REQUIRE(be_microseconds_format(time, written) == strlen(written));
    FUZZ_REQUIRE(be_microseconds_parse(written, &again) && again == time);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = fuzz_text(data, size);
    check_quantity(text);
    check_amount(text);
    check_ratio(text);
    check_calendar(text);
    check_times(text);
    free(text);
    return 0;
}

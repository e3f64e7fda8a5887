/* Months, dates, durations and response times. */
#include <string.h>

#include "engine_test.h"

static void months_count_on_over_the_year(void **state)
{
    (void)state;
    be_month december = be_month_of(2026, 12);
    assert_int_equal(be_month_year(december), 2026);
    assert_int_equal(be_month_number(december), 12);
    assert_int_equal(december + 1, be_month_of(2027, 1));
    char text[BE_MONTH_TEXT];
    be_month_format(december + 1, text);
    assert_string_equal(text, "2027-01");
}

static void februaries_know_leap_years(void **state)
{
    (void)state;
    assert_int_equal(be_month_days(be_month_of(2026, 2)), 28);
    assert_int_equal(be_month_days(be_month_of(2028, 2)), 29);
    assert_int_equal(be_month_days(be_month_of(2000, 2)), 29);
    assert_int_equal(be_month_days(be_month_of(2100, 2)), 28);
    static const int days[12] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    for (int i = 0; i < 12; i++)
        assert_int_equal(be_month_days(be_month_of(2026, i + 1)), days[i]);
}

static void months_are_read_strictly(void **state)
{
    (void)state;
    static const char *const bad[] = {"",         "2026",     "2026-",      "2026-1",  "2026-00",
                                      "2026-13",  "2026/12",  "26-12",      "1969-12", "3000-01",
                                      "2026-12 ", " 2026-12", "2026-12-01", "2026-1x", "-026-12"};
    be_month month = 42;
    for (size_t i = 0; i < COUNT_OF(bad); i++)
        assert_false(be_month_parse(bad[i], &month));
    assert_int_equal(month, 42);
    assert_true(be_month_parse("2026-12", &month));
    assert_int_equal(month, be_month_of(2026, 12));
    assert_true(be_month_parse("2999-12", &month));
    assert_true(be_month_parse("1970-01", &month));
}

static void dates_may_lack_day_or_month(void **state)
{
    (void)state;
    be_date date;
    assert_true(be_date_parse("2026-01-21", &date));
    assert_int_equal(date.year * 10000 + date.month * 100 + date.day, 20260121);
    assert_true(be_date_parse("2026-01", &date));
    assert_int_equal(date.year * 10000 + date.month * 100 + date.day, 20260100);
    assert_true(be_date_parse("2026", &date));
    assert_int_equal(date.year * 10000 + date.month * 100 + date.day, 20260000);
    assert_true(be_date_parse("2028-02-29", &date));
    assert_false(be_date_parse("2026-02-29", &date));
    assert_false(be_date_parse("2026-04-31", &date));
    assert_false(be_date_parse("2026-01-00", &date));
    assert_false(be_date_parse("2026-01-21T00", &date));
    assert_false(be_date_parse("about 2026", &date));
}

static int64_t days(const char *from, const char *to)
{
    be_date a, b;
    assert_true(be_date_parse(from, &a));
    assert_true(be_date_parse(to, &b));
    return be_date_days_between(a, b);
}

static void days_between_dates_are_counted(void **state)
{
    (void)state;
    assert_int_equal(days("2026-01-21", "2026-01-21"), 0);
    assert_int_equal(days("2026-01-21", "2026-07-20"), 180);
    assert_int_equal(days("2026-03-01", "2026-02-28"), -1);
    assert_int_equal(days("2028-02-28", "2028-03-01"), 2);
    assert_int_equal(days("2000-01-01", "2400-01-01"), 146097);
    assert_int_equal(days("2025-12", "2026"), 31);
    assert_int_equal(days("1970", "2999-12-31"), 376199);
}

static void durations_are_read_strictly(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        be_duration value;
    } good[] = {
        {"90 days", {90, BE_DAYS}},       {"1 day", {1, BE_DAYS}},
        {"12 months", {12, BE_MONTHS}},   {"1 year", {12, BE_MONTHS}},
        {"3 years", {36, BE_MONTHS}},     {"36500 days", {36500, BE_DAYS}},
        {"100 years", {1200, BE_MONTHS}},
    };
    for (size_t i = 0; i < COUNT_OF(good); i++) {
        be_duration value;
        assert_true(be_duration_parse(good[i].text, &value));
        assert_int_equal(value.count, good[i].value.count);
        assert_int_equal(value.unit, good[i].value.unit);
    }
    static const char *const bad[] = {
        "",          "days",       "0 days", "-1 days",  "1.5 years",        "1 week", "36501 days",
        "101 years", "1 day more", "12",     "1e2 days", "99999999999 days", " 1 day", "1 Day"};
    be_duration value;
    for (size_t i = 0; i < COUNT_OF(bad); i++)
        assert_false(be_duration_parse(bad[i], &value));
}

/* 2027 begins on the first day of plan month 1. */
static int valid_days(int count, be_duration_unit unit, int from, int offset)
{
    return be_duration_days_in_month((be_duration){count, unit}, be_month_of(2026, 12), from,
                                     offset);
}

static void a_validity_ends_within_a_month_or_with_it(void **state)
{
    (void)state;
    assert_int_equal(valid_days(90, BE_DAYS, 0, 0), 31);
    assert_int_equal(valid_days(90, BE_DAYS, 0, 1), 31);
    assert_int_equal(valid_days(90, BE_DAYS, 0, 2), 28);
    assert_int_equal(valid_days(90, BE_DAYS, 0, 3), 0);
    assert_int_equal(valid_days(45, BE_DAYS, 0, 1), 14);
    assert_int_equal(valid_days(5, BE_DAYS, 2, 1), 0);
    assert_int_equal(valid_days(5, BE_DAYS, 2, 2), 5);
    assert_int_equal(valid_days(5, BE_DAYS, 2, 3), 0);
    assert_int_equal(valid_days(3, BE_MONTHS, 2, 1), 0);
    assert_int_equal(valid_days(3, BE_MONTHS, 2, 2), 28);
    assert_int_equal(valid_days(3, BE_MONTHS, 2, 4), 30);
    assert_int_equal(valid_days(3, BE_MONTHS, 2, 5), 0);
    assert_int_equal(valid_days(0, BE_DAYS, 0, 35), 30);
}

static void response_times_are_read_exactly(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        be_microseconds value;
    } good[] = {
        {"500ms", 500000},     {"2 s", 2000000},   {"1.5s", 1500000},        {"1 min", 60000000},
        {"1 us", 1},           {"0.001 ms", 1},    {"86400 s", 86400000000}, {"1,000 ms", 1000000},
        {"0.5 min", 30000000}, {"10 \u00b5s", 10},
    };
    for (size_t i = 0; i < COUNT_OF(good); i++) {
        be_microseconds value;
        assert_true(be_microseconds_parse(good[i].text, &value));
        assert_int_equal(value, good[i].value);
    }
    static const char *const bad[] = {"",
                                      "500",
                                      "ms",
                                      "0 s",
                                      "-1 s",
                                      "1 h",
                                      "0.5us",
                                      "86401 s",
                                      "1e3 ms",
                                      "1,5 s",
                                      "1 s s",
                                      "1441 min",
                                      "99999999999999999999999999999999999999999999999999999 s"};
    be_microseconds value;
    for (size_t i = 0; i < COUNT_OF(bad); i++)
        assert_false(be_microseconds_parse(bad[i], &value));
}

static void response_times_are_written_in_their_shortest_form(void **state)
{
    (void)state;
    static const struct {
        be_microseconds time;
        const char *text;
    } rows[] = {
        {500000, "500 ms"},      {2000000, "2 s"}, {1500000, "1.5 s"},
        {1000001, "1.000001 s"}, {1500, "1.5 ms"}, {1001, "1.001 ms"},
        {7, "7 \u00b5s"},        {0, "0 \u00b5s"}, {INT64_C(86400000000), "86400 s"},
        {60050000, "60.05 s"},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        char text[BE_MICROSECONDS_TEXT];
        size_t length = be_microseconds_format(rows[i].time, text);
        assert_string_equal(text, rows[i].text);
        assert_int_equal(length, strlen(text));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(months_count_on_over_the_year),
        cmocka_unit_test(februaries_know_leap_years),
        cmocka_unit_test(months_are_read_strictly),
        cmocka_unit_test(dates_may_lack_day_or_month),
        cmocka_unit_test(days_between_dates_are_counted),
        cmocka_unit_test(durations_are_read_strictly),
        cmocka_unit_test(a_validity_ends_within_a_month_or_with_it),
        cmocka_unit_test(response_times_are_read_exactly),
        cmocka_unit_test(response_times_are_written_in_their_shortest_form),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

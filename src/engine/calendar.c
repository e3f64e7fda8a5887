#include <breakeven/calendar.h>

#include <stdio.h>
#include <string.h>

#include "decimal.h"

enum { MONTHS_A_YEAR = 12, DURATION_DAYS_MAX = 36500, DURATION_MONTHS_MAX = 1200, WORD_MAX = 16 };

#define MICROSECONDS_A_DAY INT64_C(86400000000)

be_month be_month_of(int year, int month_1_to_12)
{
    return (be_month)(year * MONTHS_A_YEAR + month_1_to_12 - 1);
}

int be_month_year(be_month month)
{
    return month / MONTHS_A_YEAR;
}

int be_month_number(be_month month)
{
    return month % MONTHS_A_YEAR + 1;
}

int be_month_days(be_month month)
{
    static const int days[MONTHS_A_YEAR] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int year = be_month_year(month);
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    int number = be_month_number(month);
    return days[number - 1] + (leap && number == 2 ? 1 : 0);
}

/* Reads exactly `count` digits; -1 when there are fewer. */
static int fixed_digits(const char **at, int count)
{
    int value = 0;
    for (int i = 0; i < count; i++) {
        if (**at < '0' || **at > '9')
            return -1;
        value = value * 10 + (*(*at)++ - '0');
    }
    return value;
}

/* Reads "-dd" with dd in 1..max; 0 at the end of the text, -1 on anything else. */
static int dashed_part(const char **at, int max)
{
    if (**at == '\0')
        return 0;
    if (*(*at)++ != '-')
        return -1;
    int value = fixed_digits(at, 2);
    return value >= 1 && value <= max ? value : -1;
}

bool be_date_parse(const char *text, be_date *out)
{
    be_date date = {.year = fixed_digits(&text, 4)};
    if (date.year < BE_YEAR_MIN || date.year > BE_YEAR_MAX)
        return false;
    date.month = dashed_part(&text, MONTHS_A_YEAR);
    if (date.month < 0)
        return false;
    date.day =
        date.month == 0 ? 0 : dashed_part(&text, be_month_days(be_month_of(date.year, date.month)));
    if (date.day < 0 || *text != '\0')
        return false;
    *out = date;
    return true;
}

bool be_month_parse(const char *text, be_month *out)
{
    be_date date;
    if (!be_date_parse(text, &date) || date.month == 0 || date.day != 0)
        return false;
    *out = be_month_of(date.year, date.month);
    return true;
}

void be_month_format(be_month month, char out[BE_MONTH_TEXT])
{
    int year = be_month_year(month), number = be_month_number(month);
    for (int i = 3; i >= 0; i--, year /= 10)
        out[i] = (char)('0' + year % 10);
    out[4] = '-';
    out[5] = (char)('0' + number / 10);
    out[6] = (char)('0' + number % 10);
    out[7] = '\0';
}

/* Days since a fixed day long ago: counts leap days by years that start in March. */
static int64_t day_number(be_date date)
{
    int month = date.month == 0 ? 1 : date.month;
    int day = date.day == 0 ? 1 : date.day;
    int64_t year = date.year - (month <= 2 ? 1 : 0);
    int64_t months = (month + 9) % MONTHS_A_YEAR;
    return year * 365 + year / 4 - year / 100 + year / 400 + (months * 306 + 5) / 10 + day;
}

int64_t be_date_days_between(be_date a, be_date b)
{
    return day_number(b) - day_number(a);
}

static const struct {
    const char *word;
    be_duration_unit unit;
    int factor;
} duration_words[] = {
    {"day", BE_DAYS, 1},      {"days", BE_DAYS, 1},    {"month", BE_MONTHS, 1},
    {"months", BE_MONTHS, 1}, {"year", BE_MONTHS, 12}, {"years", BE_MONTHS, 12},
};

bool be_duration_parse(const char *text, be_duration *out)
{
    int count = 0, consumed = 0;
    char word[WORD_MAX];
    if (*text < '0' || *text > '9')
        return false;
    if (sscanf(text, "%6d %15[a-z]%n", &count, word, &consumed) != 2 || text[consumed] != '\0')
        return false;
    for (size_t i = 0; i < sizeof duration_words / sizeof *duration_words; i++) {
        if (strcmp(word, duration_words[i].word) != 0)
            continue;
        be_duration_unit unit = duration_words[i].unit;
        int32_t total = count * duration_words[i].factor;
        if (total < 1 || total > (unit == BE_DAYS ? DURATION_DAYS_MAX : DURATION_MONTHS_MAX))
            return false;
        *out = (be_duration){.count = total, .unit = unit};
        return true;
    }
    return false;
}

int be_duration_days_in_month(be_duration valid, be_month start, int from, int offset)
{
    int days = be_month_days(start + offset);
    if (offset < from)
        return 0;
    if (valid.count == 0)
        return days;
    if (valid.unit == BE_MONTHS)
        return offset < from + valid.count ? days : 0;
    int left = valid.count;
    for (int t = from; t < offset && left > 0; t++)
        left -= be_month_days(start + t);
    return left <= 0 ? 0 : left < days ? left : days;
}

static const struct {
    const char *word;
    int64_t microseconds;
} time_words[] = {
    {"us", 1}, {"\u00b5s", 1}, {"ms", 1000}, {"s", 1000000}, {"sec", 1000000}, {"min", 60000000},
};

/* Splits "1.5 s" into its number and its unit word. */
static bool split_unit(const char *text, char *number, size_t size, const char **unit)
{
    size_t length = strcspn(text, "abcdefghijklmnopqrstuvwxyz\u00b5");
    if (length == 0 || length >= size)
        return false;
    memcpy(number, text, length);
    number[length] = '\0';
    *unit = text + length;
    return true;
}

bool be_microseconds_parse(const char *text, be_microseconds *out)
{
    char digits[WORD_MAX * 4];
    const char *unit;
    decimal number;
    be_int128 scaled = 0;
    if (!split_unit(text, digits, sizeof digits, &unit))
        return false;
    if (decimal_read(digits, BE_NUMBER_PLAIN, &number) != BE_NUMBER_OK || number.negative)
        return false;
    size_t length = strlen(unit);
    while (length > 0 && unit[length - 1] == ' ')
        length--;
    for (size_t i = 0; i < sizeof time_words / sizeof *time_words; i++) {
        if (strlen(time_words[i].word) != length || strncmp(unit, time_words[i].word, length) != 0)
            continue;
        if (decimal_scaled(&number, 6, (be_int128)MICROSECONDS_A_DAY * 1000000, &scaled) !=
            BE_NUMBER_OK)
            return false;
        scaled *= time_words[i].microseconds;
        if (scaled % 1000000 != 0 || scaled <= 0 || scaled / 1000000 > MICROSECONDS_A_DAY)
            return false;
        *out = (be_microseconds)(scaled / 1000000);
        return true;
    }
    return false;
}

size_t be_microseconds_format(be_microseconds time, char out[BE_MICROSECONDS_TEXT])
{
    static const struct {
        const char *word;
        int64_t unit;
        int decimals;
    } forms[] = {{"s", 1000000, 6}, {"ms", 1000, 3}, {"\u00b5s", 1, 0}};
    size_t i = 0;
    while (time < forms[i].unit && forms[i].unit > 1)
        i++;
    int64_t fraction = time % forms[i].unit;
    int decimals = forms[i].decimals;
    for (; decimals > 0 && fraction % 10 == 0; decimals--)
        fraction /= 10;
    long long whole = (long long)(time / forms[i].unit);
    int length = decimals == 0
                     ? snprintf(out, BE_MICROSECONDS_TEXT, "%lld %s", whole, forms[i].word)
                     : snprintf(out, BE_MICROSECONDS_TEXT, "%lld.%0*lld %s", whole, decimals,
                                (long long)fraction, forms[i].word);
    return length > 0 ? (size_t)length : 0;
}

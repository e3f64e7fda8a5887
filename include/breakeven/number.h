/*
 * Numbers as people write them.
 *
 * One grammar serves catalogues, scenarios, the command line and the fields of the planner:
 *
 *     [-] digits [. digits] [suffix]
 *
 * Digits may be grouped by "," or a space in threes ("1,000,000"), or by "_" anywhere between two
 * digits. A group that is not three digits long is an error, so that a decimal comma ("0,27") is
 * refused rather than read as twenty-seven. Full-width digits, comma and point count as the plain
 * ones. Blanks around the number are skipped.
 *
 * With BE_NUMBER_SUFFIX a factor may follow: k or K (10^3), M (10^6), G or B (10^9), U+4E07 or
 * U+842C wan (10^4), U+4EBF or U+5104 yi (10^8); with BE_NUMBER_PERCENT a "%". A small m is no
 * factor: it could be the start of "ms". Catalogues allow neither: a price list says what it means
 * in digits.
 */
#ifndef BREAKEVEN_NUMBER_H
#define BREAKEVEN_NUMBER_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef enum be_number_error {
    BE_NUMBER_OK,
    BE_NUMBER_EMPTY,       /* nothing but blanks */
    BE_NUMBER_JUNK,        /* something that is no part of a number */
    BE_NUMBER_POINTS,      /* a second decimal point */
    BE_NUMBER_GROUPING,    /* a group that is not three digits: a decimal comma? */
    BE_NUMBER_NEGATIVE,    /* below zero where only counts make sense */
    BE_NUMBER_NOT_WHOLE,   /* a fraction where only whole units make sense */
    BE_NUMBER_TOO_PRECISE, /* more decimals than can be kept exactly */
    BE_NUMBER_TOO_LARGE,   /* outside the range of the type */
    BE_NUMBER_ERROR_COUNT
} be_number_error;

/* An English sentence part for an error: "has two decimal points". Static. */
const char *be_number_error_text(be_number_error error);

enum { BE_NUMBER_PLAIN = 0, BE_NUMBER_SUFFIX = 1, BE_NUMBER_PERCENT = 2 };

/*
 * A share or a factor in units of 10^-9: 5 % is 50,000,000. Range of what can be read:
 * +-1,000,000,000 as a factor, with at most 9 decimals (7 in front of a "%").
 */
typedef int64_t be_ratio;

enum { BE_RATIO_DECIMALS = 9 };
#define BE_RATIO_ONE INT64_C(1000000000)

/* Reads "5%", "0.05" or "-2.5 %". */
be_number_error be_ratio_parse(const char *text, be_ratio *out);

/* Reads a factor or units a request, "1.5" or, with BE_NUMBER_SUFFIX in `flags`, "2k": no "%". */
be_number_error be_ratio_parse_factor(const char *text, int flags, be_ratio *out);

enum { BE_RATIO_TEXT = 32 };

/* Writes a share with every digit and no more: "5%", "-2.5%", "0.0000001%". Returns the length. */
size_t be_ratio_format(be_ratio ratio, char out[BE_RATIO_TEXT]);

/* Writes a factor or a number of units in the same way: "1.5", "2000". Returns the length. */
size_t be_ratio_format_factor(be_ratio ratio, char out[BE_RATIO_TEXT]);

#ifdef __cplusplus
}
#endif

#endif

#include "report/currency.h"

#include <stdio.h>
#include <string.h>

/* No two currencies share a sign: a yen is not a yuan. */
static const struct {
    const char *code;
    currency written;
} known[] = {
    {"AUD", {"A$", 2}},   {"BRL", {"R$", 2}},   {"CAD", {"C$", 2}},  {"CNY", {"¥", 2}},
    {"EUR", {"€", 2}},    {"GBP", {"£", 2}},    {"HKD", {"HK$", 2}}, {"INR", {"₹", 2}},
    {"JPY", {"JPY ", 0}}, {"KRW", {"₩", 0}},    {"SGD", {"S$", 2}},  {"TWD", {"NT$", 2}},
    {"USD", {"$", 2}},    {"VND", {"VND ", 0}},
};

currency currency_of(const char *code)
{
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (strcmp(known[i].code, code) == 0)
            return known[i].written;
    }
    currency other = {.digits = 2};
    snprintf(other.sign, sizeof other.sign, "%.3s ", code);
    return other;
}

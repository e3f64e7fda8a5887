#include "tui/model/field_text.h"

#include <stdio.h>
#include <string.h>

#include "config/grouped.h"

bool field_refuse(char *reason, size_t size, const char *text, const char *why, const char *example)
{
    snprintf(reason, size, "\"%.40s\" %s; type %s", text, why, example);
    return false;
}

bool field_is_blank(const char *text)
{
    return text[strspn(text, " ")] == '\0';
}

void field_show_count(be_quantity quantity, char *out, size_t size)
{
    char text[GROUPED_TEXT];
    snprintf(out, size, "%s", quantity == 0 ? "" : grouped(quantity, text));
}

/* A blank count is 0: not given. */
bool field_read_count(const char *text, be_quantity *out, char *reason, size_t size)
{
    be_quantity quantity = 0;
    be_number_error error =
        field_is_blank(text) ? BE_NUMBER_OK : be_quantity_parse(text, BE_NUMBER_SUFFIX, &quantity);
    if (error != BE_NUMBER_OK)
        return field_refuse(reason, size, text, be_number_error_text(error),
                            "a count such as 30,000, 30k or 3.5M");
    *out = quantity;
    return true;
}

void field_show_ratio(be_ratio ratio, char *out, size_t size)
{
    char text[BE_RATIO_TEXT] = "";
    if (ratio != 0)
        be_ratio_format(ratio, text);
    snprintf(out, size, "%s", text);
}

/* A bare "5" would be 500 %: far more likely is that five percent were meant, so it is asked for.
 */
bool field_read_ratio(const char *text, be_ratio low, be_ratio high, be_ratio *out, char *reason,
                      size_t size)
{
    be_ratio ratio = 0;
    be_number_error error = field_is_blank(text) ? BE_NUMBER_OK : be_ratio_parse(text, &ratio);
    if (error != BE_NUMBER_OK)
        return field_refuse(reason, size, text, be_number_error_text(error),
                            "a percentage such as 5%");
    if (ratio != 0 && strchr(text, '%') == NULL)
        return field_refuse(reason, size, text, "has no percent sign", "a percentage such as 5%");
    if (ratio < low || ratio > high)
        return field_refuse(reason, size, text, "is out of range",
                            low < 0               ? "-100% to 1000%"
                            : high > BE_RATIO_ONE ? "0% to 1000%"
                                                  : "0% to 100%");
    *out = ratio;
    return true;
}

bool field_read_small(const char *text, int high, int *out)
{
    be_quantity quantity = 0;
    if (be_quantity_parse(text, BE_NUMBER_PLAIN, &quantity) != BE_NUMBER_OK || quantity < 1 ||
        quantity > high)
        return false;
    *out = (int)quantity;
    return true;
}

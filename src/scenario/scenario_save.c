#include "scenario/scenario_save.h"

#include <stdio.h>
#include <stdlib.h>

#include "config/atomic_file.h"
#include "config/grouped.h"
#include "config/memory_text.h"
#include "language/language.h"
#include "scenario/numbers.h"
#include "scenario/purchase.h"
#include "scenario/ratio_text.h"

/* -- values; nothing is written of a default -- */

/* Control characters are escaped, so that a name cannot harm the terminal that shows the file. */
static void write_text(FILE *out, const char *text)
{
    fputc('"', out);
    for (; *text != '\0'; text++) {
        unsigned char byte = (unsigned char)*text;
        if (byte < 0x20 || byte == 0x7F)
            fprintf(out, "\\x%02x", byte);
        else if (byte == '"' || byte == '\\')
            fprintf(out, "\\%c", byte);
        else
            fputc(byte, out);
    }
    fputc('"', out);
}

static void write_number(FILE *out, const scenario_number *number, const be_demand *demand)
{
    char text[SCENARIO_NUMBER_TEXT];
    const char *quote = number->is_flag ? "" : "\"";
    if (scenario_number_text(number, demand, text)[0] != '\0')
        fprintf(out, "    %s = %s%s%s;\n", number->key, quote, text, quote);
}

/* -- lists -- */

static void write_volumes(FILE *out, const scenario_item *item)
{
    char text[GROUPED_TEXT];
    if (item->demand.volume_count == 0)
        return;
    fprintf(out, "    volumes = [");
    for (size_t i = 0; i < item->demand.volume_count; i++)
        fprintf(out, "%s\"%s\"", i == 0 ? " " : ", ", grouped(item->volumes[i], text));
    fprintf(out, " ];\n");
}

static void write_season(FILE *out, const scenario_item *item)
{
    char text[BE_RATIO_TEXT];
    if (!item->has_season)
        return;
    fprintf(out, "    season = [");
    for (size_t i = 0; i < SCENARIO_SEASON; i++) {
        be_ratio_format(item->season[i], text);
        fprintf(out, "%s\"%s\"", i == 0 ? " " : ", ", text);
    }
    fprintf(out, " ];\n");
}

/* Both ends of the range, of which the lower one may be zero. */
static void write_range(FILE *out, const be_demand *demand)
{
    char low[GROUPED_TEXT], high[GROUPED_TEXT];
    if (demand->high > 0)
        fprintf(out, "    low = \"%s\";\n    high = \"%s\";\n", grouped(demand->low, low),
                grouped(demand->high, high));
}

static void write_per_request(FILE *out, const scenario_item *item)
{
    char text[BE_RATIO_TEXT];
    bool any = false;
    for (size_t i = 0; i < item->demand.per_request_count; i++) {
        if (item->per_request[i] < 0)
            continue;
        be_ratio_format_factor(item->per_request[i], text);
        fprintf(out, "%s%s = \"%s\";", any ? " " : "    per_request = { ",
                item->product->meters[i].id, text);
        any = true;
    }
    if (any)
        fputs(" };\n", out);
}

static void write_free_left(FILE *out, const be_demand *demand)
{
    char text[GROUPED_TEXT];
    if (demand->has_free_left)
        fprintf(out, "    free_left = \"%s\";\n", grouped(demand->free_left, text));
}

static void write_owned(FILE *out, const be_owned *owned)
{
    char size[GROUPED_TEXT], left[GROUPED_TEXT], month[BE_MONTH_TEXT];
    be_month_format(owned->expires, month);
    fputs("{ ", out);
    if (owned->general != NULL)
        fprintf(out, "general = \"%s\"; ", owned->general->id);
    if (owned->general == NULL || owned->size != owned->general->points)
        fprintf(out, "size = \"%s\"; ", grouped(owned->size, size));
    fprintf(out, "left = \"%s\"; expires = \"%s\"; }", grouped(owned->left, left), month);
}

static void write_purchase(FILE *out, const be_purchase *purchase, const be_product *product,
                           be_horizon horizon)
{
    char count[GROUPED_TEXT], month[BE_MONTH_TEXT];
    purchase_words words = purchase_to_words(purchase, product, horizon);
    be_month_format(words.month, month);
    fprintf(out, "{ item = \"%s\"; month = \"%s\"; count = \"%s\"; ", words.item, month,
            grouped(words.count, count));
    if (words.term != PURCHASE_NO_TERM)
        fprintf(out, "per = \"%s\"; terms = \"%d\"; ", be_term_name((be_term)words.term),
                words.terms);
    fputc('}', out);
}

/* What stands before entry `i` of the list `key`, and behind the last of `count`. */
static void begin_entry(FILE *out, const char *key, size_t i)
{
    if (i == 0)
        fprintf(out, "    %s = (\n      ", key);
    else
        fputs(",\n      ", out);
}

static void end_entries(FILE *out, size_t count)
{
    if (count > 0)
        fputs("\n    );\n", out);
}

static void write_item(FILE *out, const scenario_item *item, be_horizon horizon)
{
    const be_demand *demand = &item->demand;
    fprintf(out, "  {\n    product = \"%s\";\n", item->product->key);
    for (size_t i = 0; i < scenario_number_count; i++)
        write_number(out, &scenario_numbers[i], demand);
    write_volumes(out, item);
    write_season(out, item);
    write_range(out, demand);
    write_per_request(out, item);
    write_free_left(out, demand);
    for (size_t i = 0; i < demand->owned_count; i++) {
        begin_entry(out, "owned", i);
        write_owned(out, &item->owned[i]);
    }
    end_entries(out, demand->owned_count);
    for (size_t i = 0; i < demand->pinned_count; i++) {
        begin_entry(out, "buy", i);
        write_purchase(out, &item->pinned[i], item->product, horizon);
    }
    end_entries(out, demand->pinned_count);
    fprintf(out, "  }");
}

/* -- the file -- */

static void write_tax(FILE *out, be_ratio tax)
{
    char text[BE_RATIO_TEXT];
    if (tax == 0)
        return;
    be_ratio_format(tax, text);
    fprintf(out, "tax = \"%s\";\n", text);
}

static void write_exchange(FILE *out, const scenario_exchange *exchange)
{
    char rate[BE_RATIO_TEXT];
    if (exchange->to[0] == '\0')
        return;
    fprintf(out, "exchange = { to = \"%s\"; date = \"%s\"; rates = (", exchange->to,
            exchange->date);
    for (size_t i = 0; i < exchange->rate_count; i++) {
        be_ratio_format_factor(exchange->rates[i].rate, rate);
        fprintf(out, "%s{ currency = \"%s\"; rate = \"%s\"; }", i == 0 ? " " : ", ",
                exchange->rates[i].currency, rate);
    }
    fputs(" ); };\n", out);
}

static void write_plan(FILE *out, const scenario *plan)
{
    char start[BE_MONTH_TEXT];
    be_month_format(plan->horizon.start, start);
    fprintf(out, "format = 1;\nname = ");
    write_text(out, plan->name);
    if (plan->customer[0] != '\0') {
        fputs(";\ncustomer = ", out);
        write_text(out, plan->customer);
    }
    fprintf(out, ";\nstart = \"%s\";\nmonths = %d;\n", start, plan->horizon.months);
    write_tax(out, plan->tax);
    write_exchange(out, &plan->exchange);
    fputs("items = (", out);
    for (size_t i = 0; i < plan->count; i++) {
        fputs(i == 0 ? "\n" : ",\n", out);
        write_item(out, &plan->items[i], plan->horizon);
    }
    fprintf(out, "\n);\n");
}

char *scenario_text(const scenario *plan, size_t *size)
{
    char *text = NULL;
    FILE *out = open_memstream(&text, size);
    if (out == NULL)
        return NULL;
    write_plan(out, plan);
    bool whole = ferror(out) == 0;
    return memory_text_end(out, &text, whole);
}

bool scenario_save(const scenario *plan, const char *path, problems *found)
{
    size_t size = 0;
    char *text = scenario_text(plan, &size);
    if (text == NULL) {
        problems_error(found, path, 0, NULL, tr("cannot be written: out of memory"));
        return false;
    }
    bool saved = atomic_file_write(path, text, size, found);
    free(text);
    return saved;
}

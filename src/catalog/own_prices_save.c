/*
 * The list of the user's own prices in their file: a part of it that is rewritten as a whole.
 */
#include "catalog/own_prices.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "config/document.h"
#include "config/memory_text.h"
#include "config/read_file.h"
#include "language/language.h"

static const char begins[] = "# Prices typed in the planner: it rewrites these lines.\n";
static const char ends[] = "# End of the prices typed in the planner.\n";

/* -- the list ---------------------------------------------------------------------------------- */

static void write_place(FILE *out, const be_product *product, const be_price_place *place)
{
    size_t i = place->index;
    switch (place->kind) {
    case BE_PRICE_PAYG:
        break;
    case BE_PRICE_METER:
        fprintf(out, "meter = \"%s\"; ", product->meters[i].id);
        if (place->use != BE_USE_STANDARD)
            fprintf(out, "use = \"%s\"; ", be_use_name(place->use));
        break;
    case BE_PRICE_PACKAGE:
        fprintf(out, "package = \"%s\"; ", product->packages[i].id);
        break;
    case BE_PRICE_CAPACITY:
        fprintf(out, "capacity = \"%s\"; ", be_term_name(product->capacity.prices[i].term));
        break;
    case BE_PRICE_GENERAL:
        fprintf(out, "general = \"%s\"; ", product->provider->general_packages[i].id);
        break;
    }
    if (place->band > 0)
        fprintf(out, "band = %zu; ", place->band + 1);
}

static void write_list(FILE *out, const own_price *prices, size_t count)
{
    char price[BE_AMOUNT_TEXT];
    fputs(begins, out);
    fputs("prices = (", out);
    for (size_t i = 0; i < count; i++) {
        const own_price *one = &prices[i];
        be_amount_format(one->price, price);
        fprintf(out, "%s\n  { product = \"%s\"; ", i == 0 ? "" : ",", one->product->key);
        write_place(out, one->product, &one->place);
        fprintf(out, "price = \"%s\"; date = \"%04d-%02d-%02d\"; }", price, one->date.year,
                one->date.month, one->date.day);
    }
    fprintf(out, "\n);\n%s", ends);
}

/* -- the file ---------------------------------------------------------------------------------- */

/* The text with its list, or a new one, replaced; NULL when there is no memory. */
static char *with_list(const char *text, const own_price *prices, size_t count, size_t *size)
{
    char *changed = NULL;
    const char *from = strstr(text, begins);
    const char *end = from == NULL ? NULL : strstr(from, ends);
    FILE *out = open_memstream(&changed, size);
    if (out == NULL)
        return NULL;
    size_t before = from != NULL && end != NULL ? (size_t)(from - text) : strlen(text);
    fwrite(text, 1, before, out);
    if (before > 0 && text[before - 1] != '\n')
        fputc('\n', out);
    write_list(out, prices, count);
    if (from != NULL && end != NULL)
        fputs(end + strlen(ends), out);
    return memory_text_end(out, &changed, true);
}

/* What the file holds, for the caller to free; of none the line that a file begins with. */
static char *read_old(const char *path, problems *found)
{
    size_t size;
    if (access(path, F_OK) != 0)
        return strdup("format = 1;\n");
    return read_file(path, &size, found);
}

/* A list that the user wrote, with what may be in it besides, is not the planner's to rewrite.
 * False, too, of a text that cannot be read. */
static bool is_ours(const char *path, const char *text, problems *found)
{
    if (strstr(text, begins) != NULL)
        return true;
    document *doc = document_parse(path, text, strlen(text), found);
    if (doc == NULL)
        return false;
    const config_setting_t *list = config_setting_get_member(document_root(doc), "prices");
    if (list != NULL)
        problems_error(found, path, document_line(list), "prices",
                       tr("is written by hand and left alone: put it between the lines \"%.*s\" "
                          "and \"%.*s\" to have it rewritten"),
                       (int)strcspn(begins, "\n"), begins, (int)strcspn(ends, "\n"), ends);
    document_destroy(doc);
    return list == NULL;
}

/* A file that could not be read again must not take the place of one that can. */
static bool is_readable(const char *path, const char *text, size_t size, problems *found)
{
    document *doc = document_parse(path, text, size, found);
    document_destroy(doc);
    return doc != NULL;
}

char *own_prices_text(const own_price *prices, size_t count, const char *path, size_t *size,
                      problems *found)
{
    char *old = read_old(path, found);
    char *text =
        old != NULL && is_ours(path, old, found) ? with_list(old, prices, count, size) : NULL;
    free(old);
    if (text != NULL && is_readable(path, text, *size, found))
        return text;
    if (problems_ok(found))
        problems_error(found, path, 0, NULL, tr("cannot be written: out of memory"));
    free(text);
    return NULL;
}

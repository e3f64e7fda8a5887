#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <breakeven/breakeven.h>

#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/output.h"
#include "cli/product_command.h"

/* Tiers that start again every day see a month of so many days. */
enum { DAYS = 30 };

typedef struct rating {
    be_arena *arena;
    const be_product *product;
    rate_result *results; /* owned */
    size_t count, room;
} rating;

static bool make_room(rating *r)
{
    if (r->count < r->room)
        return true;
    size_t room = r->room == 0 ? 16 : r->room * 2;
    rate_result *results = realloc(r->results, room * sizeof *results);
    if (results == NULL)
        return false;
    r->results = results;
    r->room = room;
    return true;
}

static status add(rating *r, be_quantity quantity)
{
    if (!make_room(r))
        return complain_memory();
    rate_result *result = &r->results[r->count++];
    result->quantity = quantity;
    if (!be_bill_rate(r->arena, r->product, quantity, DAYS, &result->amount, &result->lines,
                      &result->line_count))
        return complain_memory();
    return STATUS_DONE;
}

static status add_operand(rating *r, const char *text)
{
    be_quantity quantity = 0;
    const char *wrong = option_count.read(text, &quantity);
    if (wrong == NULL)
        return add(r, quantity);
    return complain(STATUS_USAGE, "QUANTITY: \"%s\" %s; expected %s", text, wrong,
                    option_count.expected);
}

/* A line of standard input: one quantity, or nothing. */
static status add_line(rating *r, char *line, size_t length, size_t number)
{
    be_quantity quantity = 0;
    if (strlen(line) != length)
        return complain(STATUS_DATA, "standard input:%zu: a NUL byte", number);
    line[strcspn(line, "\r\n")] = '\0';
    if (line[strspn(line, " \t")] == '\0')
        return STATUS_DONE;
    const char *wrong = option_count.read(line, &quantity);
    if (wrong == NULL)
        return add(r, quantity);
    return complain(STATUS_DATA, "standard input:%zu: \"%s\" %s; expected %s", number, line, wrong,
                    option_count.expected);
}

static status add_standard_input(rating *r)
{
    char *line = NULL;
    size_t size = 0, number = 0;
    ssize_t length;
    status result = STATUS_DONE;
    while (result == STATUS_DONE && (length = getline(&line, &size, stdin)) >= 0)
        result = add_line(r, line, (size_t)length, ++number);
    if (result == STATUS_DONE && ferror(stdin))
        result = complain(STATUS_DATA, "standard input cannot be read: %s", strerror(errno));
    free(line);
    return result;
}

static status add_all(rating *r, const invocation *call)
{
    status result = STATUS_DONE;
    for (size_t i = 1; i < call->operand_count && result == STATUS_DONE; i++) {
        bool from_input = strcmp(call->operands[i], "-") == 0;
        result = from_input ? add_standard_input(r) : add_operand(r, call->operands[i]);
    }
    return result;
}

static status rate(const invocation *call, const be_product *product, be_arena *arena)
{
    if (!product->payg.offered)
        return complain(STATUS_DATA, "%s: %s", product->key, be_message_template(BE_MSG_NO_PAYG));
    rating r = {.arena = arena, .product = product};
    status result = add_all(&r, call);
    if (result == STATUS_DONE) {
        const answer what = {ANSWER_RATE, {.rate = {product, r.results, r.count}}};
        result = output_answer(call->globals, &what);
    }
    free(r.results);
    return result;
}

static status run(const invocation *call)
{
    return product_command(call, rate);
}

const command command_rate = {
    .name = "rate",
    .usage = "rate PRODUCT QUANTITY...",
    .summary = "one month's pay-as-you-go charge for so many billable units",
    .about =
        "Prices each QUANTITY by itself: one month's pay as you go, without free quota, "
        "packages or prepaid QPS. \"-\" reads quantities from standard input, one a line. Tiers "
        "that start again every day see the quantity spread over 30 days.",
    .example = "breakeven rate alibaba/aitryon-refiner 25 200 25,001",
    .least_operands = 2,
    .most_operands = SIZE_MAX,
    .run = run,
};

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <breakeven/breakeven.h>

#include "cli/commands.h"
#include "cli/complain.h"
#include "cli/demand_options.h"
#include "cli/output.h"
#include "cli/product_command.h"
#include "config/grouped.h"
#include "language/language.h"
#include "report/csv_rate.h"

/* Tiers that start again every day see a month of so many days. */
enum { DAYS = 30 };

typedef struct rating {
    be_arena *arena;
    const be_product *product;
    be_demand demand;     /* of a product with meters: what a request takes */
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

/*
 * A month of requests with nothing given, owned or switched off: what is left of a bill is pay as
 * you go.
 */
static bool rate_requests(rating *r, rate_result *result)
{
    const be_horizon horizon = {be_month_of(2026, 4), 1}; /* of DAYS days */
    be_demand demand = r->demand;
    be_usage usage;
    be_bill bill;
    demand.volume = result->quantity;
    demand.has_free_left = true;
    demand.postpaid = true;
    be_usage_resolve(&demand, horizon, &usage);
    if (!be_bill_compute(r->arena, r->product, &demand, &usage, NULL, 0, BE_BILL_LINES, &bill))
        return false;
    result->amount = bill.total;
    result->lines = bill.lines;
    result->line_count = bill.line_count;
    return true;
}

static bool rate_units(rating *r, rate_result *result)
{
    return be_bill_rate(r->arena, r->product, result->quantity, DAYS, &result->amount,
                        &result->lines, &result->line_count);
}

static status add(rating *r, be_quantity quantity)
{
    if (!make_room(r))
        return complain_memory();
    rate_result *result = &r->results[r->count++];
    result->quantity = quantity;
    bool done = r->product->meter_count > 0 ? rate_requests(r, result) : rate_units(r, result);
    return done ? STATUS_DONE : complain_memory();
}

static status add_operand(rating *r, const char *text)
{
    be_quantity quantity = 0;
    const char *wrong = option_count.read(text, &quantity);
    if (wrong == NULL)
        return add(r, quantity);
    return complain(STATUS_USAGE, tr("QUANTITY: \"%s\" %s; expected %s"), text, tr(wrong),
                    tr(option_count.expected));
}

/* A line of standard input: one quantity, or nothing. */
static status add_line(rating *r, char *line, size_t length, size_t number)
{
    be_quantity quantity = 0;
    if (strlen(line) != length)
        return complain(STATUS_DATA, tr("standard input:%zu: a NUL byte"), number);
    line[strcspn(line, "\r\n")] = '\0';
    if (line[strspn(line, " \t")] == '\0')
        return STATUS_DONE;
    const char *wrong = option_count.read(line, &quantity);
    if (wrong == NULL)
        return add(r, quantity);
    return complain(STATUS_DATA, tr("standard input:%zu: \"%s\" %s; expected %s, one a line"),
                    number, line, tr(wrong), tr(option_count.expected));
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
        result = complain(STATUS_DATA, tr("standard input cannot be read: %s"), strerror(errno));
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

static status check_size(const rating *r)
{
    char size[GROUPED_TEXT], most[GROUPED_TEXT];
    const be_product *product = r->product;
    if (product->meter_count == 0)
        return STATUS_DONE;
    be_quantity asked = be_demand_request_size(&r->demand, product);
    if (asked <= product->request_max)
        return STATUS_DONE;
    return complain(STATUS_USAGE,
                    tr("--per-request: a request of %s is larger than the %s that %s takes"),
                    grouped(asked, size), grouped(product->request_max, most), product->key);
}

/* Everything that the quantities share. */
static status read_requests(rating *r, const meter_options *options)
{
    status result = meter_options_read(options, r->arena, r->product, &r->demand);
    if (result == STATUS_DONE)
        result = demand_options_check(&r->demand, r->product);
    return result == STATUS_DONE ? check_size(r) : result;
}

static status rate(const invocation *call, const be_product *product, be_arena *arena)
{
    if (!product->payg.offered)
        return complain(STATUS_DATA, tr("%s: %s"), product->key,
                        tr(be_message_template(BE_MSG_NO_PAYG)));
    rating r = {.arena = arena, .product = product};
    status result = read_requests(&r, call->options);
    if (result == STATUS_DONE)
        result = add_all(&r, call);
    if (result == STATUS_DONE) {
        const answer what = {ANSWER_RATE, {.rate = {product, &r.demand, r.results, r.count}}};
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
    .usage = TR_LATER("rate PRODUCT QUANTITY... [OPTION...]"),
    .summary = TR_LATER("one month's pay-as-you-go charge for so many billable units"),
    .about = TR_LATER(
        "Prices each QUANTITY by itself: one month's pay as you go, without free quota, "
        "packages or prepaid QPS. \"-\" reads quantities from standard input, one a line. Tiers "
        "that start again every day see the quantity spread over 30 days. A product with several "
        "meters is priced by the request: say with --per-request what a request takes."),
    .example = "breakeven rate alibaba/aitryon-refiner 25 200 25,001",
    .shared = {{meter_options_rows, METER_OPTIONS, 0}},
    .options_size = sizeof(meter_options),
    .csv = &csv_rate_table,
    .operands = OPERAND_PRODUCT,
    .least_operands = 2,
    .most_operands = SIZE_MAX,
    .run = run,
};

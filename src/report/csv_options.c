#include "report/csv_options.h"

#include <stdio.h>
#include <string.h>

#include "report/quote_view.h"
#include "scenario/purchase_text.h"

enum { LIST_SIZE = 96 /* all forecasts */, BUY_SIZE = 2048 };

/* One way to buy an item, or all items of a currency; or one to begin where volumes are uncertain.
 */
typedef struct option_row {
    const char *kind;    /* "item", "portfolio" or "total" */
    const char *product; /* NULL: several */
    const char *currency;
    const char *option_id; /* "sampling" of a way to begin */
    bool offered, feasible, recommended;
    bool has_total; /* false: it is not the whole's, or there is none */
    be_amount total, tax, prepaid;
    const be_option *option;     /* NULL: of several items, or not offered */
    const be_regret_row *regret; /* NULL: the same, or no low and high volume were given */
    const char *proof;           /* of an item's best plan: how far it is proven; else NULL */
    be_amount bound;             /* what no plan undercuts */
    const char *customer;        /* of a quote: whom it is for; NULL: not said */
    const be_quote *quote;       /* of a way to begin: the item's; else NULL */
    const be_sampled_choice *choice;
} option_row;

/* -- columns --------------------------------------------------------------------------------- */

static void put_kind(csv *line, const void *row)
{
    csv_text(line, ((const option_row *)row)->kind);
}

static void put_product(csv *line, const void *row)
{
    csv_text(line, ((const option_row *)row)->product);
}

static void put_currency(csv *line, const void *row)
{
    csv_text(line, ((const option_row *)row)->currency);
}

static void put_option(csv *line, const void *row)
{
    csv_text(line, ((const option_row *)row)->option_id);
}

static void put_offered(csv *line, const void *row)
{
    csv_flag(line, ((const option_row *)row)->offered);
}

static void put_feasible(csv *line, const void *row)
{
    csv_flag(line, ((const option_row *)row)->feasible);
}

static void put_recommended(csv *line, const void *row)
{
    csv_flag(line, ((const option_row *)row)->recommended);
}

/* An amount of the whole, which there is only with a total. */
static void put_whole(csv *line, const option_row *row, be_amount amount)
{
    if (row->has_total)
        csv_amount(line, amount);
    else
        csv_text(line, NULL);
}

static void put_total(csv *line, const void *row)
{
    put_whole(line, row, ((const option_row *)row)->total);
}

static void put_total_state(csv *line, const void *row)
{
    const option_row *one = row;
    if (one->has_total)
        csv_state(line, one->total);
    else
        csv_text(line, one->option != NULL ? quote_view_lack(&one->option->bill) : NULL);
}

static void put_tax(csv *line, const void *row)
{
    put_whole(line, row, ((const option_row *)row)->tax);
}

static void put_total_with_tax(csv *line, const void *row)
{
    const option_row *one = row;
    put_whole(line, one, be_amount_add(one->total, one->tax));
}

static void put_prepaid(csv *line, const void *row)
{
    const option_row *one = row;
    if (one->choice != NULL)
        csv_amount(line, one->choice->price);
    else
        put_whole(line, one, one->prepaid);
}

static void put_unit_cost(csv *line, const void *row)
{
    const option_row *one = row;
    if (one->option != NULL)
        put_whole(line, one, one->option->unit_cost);
    else
        csv_text(line, NULL);
}

/* Units and waste are an item's; products count different things. */
static void put_units(csv *line, const option_row *row, be_quantity units)
{
    if (row->option != NULL)
        csv_quantity(line, units);
    else
        csv_text(line, NULL);
}

static const be_bill *bill_of(const option_row *row)
{
    static const be_bill none;
    return row->option != NULL ? &row->option->bill : &none;
}

static void put_demand(csv *line, const void *row)
{
    put_units(line, row, bill_of(row)->units.demand);
}

static void put_layer(csv *line, const option_row *row, be_layer layer)
{
    put_units(line, row, bill_of(row)->units.layer[layer]);
}

static void put_free(csv *line, const void *row)
{
    put_layer(line, row, BE_LAYER_FREE);
}

static void put_qps(csv *line, const void *row)
{
    put_layer(line, row, BE_LAYER_QPS);
}

static void put_package(csv *line, const void *row)
{
    put_layer(line, row, BE_LAYER_PACKAGE);
}

static void put_general(csv *line, const void *row)
{
    put_layer(line, row, BE_LAYER_GENERAL);
}

static void put_payg(csv *line, const void *row)
{
    put_layer(line, row, BE_LAYER_PAYG);
}

static void put_unserved(csv *line, const void *row)
{
    put_units(line, row, bill_of(row)->units.unserved);
}

static void put_waste_units(csv *line, const void *row)
{
    put_units(line, row, bill_of(row)->waste_units);
}

static void put_waste_points(csv *line, const void *row)
{
    put_units(line, row, bill_of(row)->waste_points);
}

static void put_waste_amount(csv *line, const void *row)
{
    const option_row *one = row;
    if (one->option != NULL)
        csv_amount(line, one->option->bill.waste_amount);
    else
        csv_text(line, NULL);
}

/* What it costs at another volume, its purchases as they are; empty where it cannot be taken. */
static void put_case(csv *line, const option_row *row, be_volume_case which)
{
    if (row->regret != NULL && row->regret->feasible[which])
        csv_amount(line, row->regret->total[which]);
    else
        csv_text(line, NULL);
}

static void put_total_low(csv *line, const void *row)
{
    put_case(line, row, BE_CASE_LOW);
}

static void put_total_high(csv *line, const void *row)
{
    put_case(line, row, BE_CASE_HIGH);
}

static void put_worst_regret(csv *line, const void *row)
{
    const option_row *one = row;
    if (one->regret != NULL && one->regret->has_worst)
        csv_amount(line, one->regret->worst);
    else
        csv_text(line, NULL);
}

static void put_proof(csv *line, const void *row)
{
    csv_text(line, ((const option_row *)row)->proof);
}

static void put_bound(csv *line, const void *row)
{
    const option_row *one = row;
    if (one->proof != NULL)
        csv_amount(line, one->bound);
    else
        csv_text(line, NULL);
}

/* -- columns of a way to begin ---------------------------------------------------------------- */

/* The forecasts whose plans begin so: "p10 p25 expected". */
static void put_plans_for(csv *line, const void *row)
{
    const option_row *one = row;
    char list[LIST_SIZE] = "";
    size_t length = 0;
    for (int i = 0; one->choice != NULL && i < BE_SAMPLED_BASIS_COUNT; i++) {
        if (one->choice->of[i])
            length += (size_t)snprintf(list + length, sizeof list - length, "%s%s",
                                       length == 0 ? "" : " ",
                                       be_sampled_basis_name((be_sampled_basis)i));
    }
    csv_text(line, list);
}

/* The purchases as --buy takes them: "10k x2 @2026-12; 1k x1 @2026-12". What finds no room is
 * "...". */
static void write_purchases(const be_schedule *now, const be_quote *quote, char out[BUY_SIZE])
{
    size_t used = 0, room = BUY_SIZE - sizeof "; ...";
    for (size_t i = 0; i < now->count; i++) {
        char text[PURCHASE_TEXT];
        const char *gap = i == 0 ? "" : "; ";
        size_t length =
            purchase_format(&now->purchases[i], quote->product, quote->usage.horizon, text);
        bool fits = used + strlen(gap) + length <= room;
        used += (size_t)snprintf(out + used, BUY_SIZE - used, "%s%s", gap, fits ? text : "...");
        if (!fits)
            return;
    }
}

static void put_buy_now(csv *line, const void *row)
{
    const option_row *one = row;
    char list[BUY_SIZE] = "nothing";
    if (one->choice != NULL)
        write_purchases(&one->choice->now, one->quote, list);
    csv_text(line, one->choice != NULL ? list : NULL);
}

static void put_sampled(csv *line, const option_row *row, be_amount amount)
{
    if (row->choice != NULL)
        csv_amount(line, amount);
    else
        csv_text(line, NULL);
}

static const be_sampled_choice *choice_of(const option_row *row)
{
    static const be_sampled_choice none;
    return row->choice != NULL ? row->choice : &none;
}

static void put_mean(csv *line, const void *row)
{
    put_sampled(line, row, choice_of(row)->cost.mean);
}

static void put_p10(csv *line, const void *row)
{
    put_sampled(line, row, choice_of(row)->cost.p10);
}

static void put_p50(csv *line, const void *row)
{
    put_sampled(line, row, choice_of(row)->cost.p50);
}

static void put_p90(csv *line, const void *row)
{
    put_sampled(line, row, choice_of(row)->cost.p90);
}

static void put_excess(csv *line, const void *row)
{
    put_sampled(line, row, choice_of(row)->excess);
}

static void put_customer(csv *line, const void *row)
{
    csv_text(line, ((const option_row *)row)->customer);
}

/* The first and the last of a quote alone. */
static const csv_column columns[] = {
    {"row", put_kind},
    {"product", put_product},
    {"currency", put_currency},
    {"option", put_option},
    {"offered", put_offered},
    {"feasible", put_feasible},
    {"recommended", put_recommended},
    {"total", put_total},
    {"total_state", put_total_state},
    {"tax", put_tax},
    {"total_with_tax", put_total_with_tax},
    {"prepaid", put_prepaid},
    {"unit_cost", put_unit_cost},
    {"demand", put_demand},
    {"free", put_free},
    {"qps", put_qps},
    {"package", put_package},
    {"general", put_general},
    {"payg", put_payg},
    {"unserved", put_unserved},
    {"waste_units", put_waste_units},
    {"waste_points", put_waste_points},
    {"waste_amount", put_waste_amount},
    {"total_low", put_total_low},
    {"total_high", put_total_high},
    {"worst_regret", put_worst_regret},
    {"proof", put_proof},
    {"bound", put_bound},
    {"plans_for", put_plans_for},
    {"buy_now", put_buy_now},
    {"mean", put_mean},
    {"p10", put_p10},
    {"p50", put_p50},
    {"p90", put_p90},
    {"excess", put_excess},
    {"customer", put_customer},
};

enum { COLUMNS = sizeof columns / sizeof *columns };

const csv_table csv_quote_table = {columns, COLUMNS};

/* All rows of a comparison are of one item, for nobody. */
const csv_table csv_compare_table = {columns + 1, COLUMNS - 2};

/* -- rows ------------------------------------------------------------------------------------ */

static option_row row_of_option(const compare_answer *what, const be_option *option)
{
    const be_quote *quote = what->quote;
    const be_regret *regret = option->offered ? what->regret : NULL;
    const be_bill *bill = &option->bill;
    bool best = quote->has_recommended && quote->recommended == option->id;
    return (option_row){
        .kind = "item",
        .product = quote->product->key,
        .currency = quote->product->currency,
        .option_id = be_option_name(option->id),
        .offered = option->offered,
        .feasible = option->offered && bill->feasible,
        .recommended = best && !quote_view_is_sampled(what),
        .has_total = option->offered && quote_view_lack(bill) == NULL,
        .total = bill->total,
        .tax = bill->tax,
        .prepaid = bill->purchased,
        .option = option->offered ? option : NULL,
        .regret = regret != NULL ? &regret->rows[option->id] : NULL,
        .proof = best ? quote_view_proof(quote) : NULL,
        .bound = quote->bound,
    };
}

/* What the whole comes to is not certain: it has a mean, and no total. */
static option_row row_of_choice(const compare_answer *what, size_t i)
{
    const be_sampled *sampled = what->sampled;
    const be_sampled_choice *choice = &sampled->choices[i];
    return (option_row){
        .kind = "item",
        .product = what->quote->product->key,
        .currency = what->quote->product->currency,
        .option_id = "sampling",
        .offered = true,
        .feasible = be_amount_is_known(choice->cost.mean),
        .recommended = sampled->has_recommended && sampled->recommended == i,
        .quote = what->quote,
        .choice = choice,
    };
}

static void put_comparison(FILE *out, const csv_table *table, const compare_answer *what,
                           const char *customer)
{
    const be_option *shown[BE_OPTION_COUNT];
    size_t count = quote_view_options(what, shown);
    for (size_t i = 0; i < count; i++) {
        option_row row = row_of_option(what, shown[i]);
        row.customer = customer;
        csv_row(out, table, &row);
    }
    for (size_t i = 0; what->sampled != NULL && i < what->sampled->choice_count; i++) {
        const option_row row = row_of_choice(what, i);
        csv_row(out, table, &row);
    }
}

static void put_portfolio(FILE *out, const be_portfolio *sum, const char *kind,
                          const char *customer)
{
    for (int id = 0; id <= BE_OPTION_BEST; id++) {
        const be_portfolio_option *option = &sum->options[id];
        const option_row row = {
            .kind = kind,
            .currency = sum->currency,
            .option_id = be_option_name(option->id),
            .offered = option->eligible,
            .feasible = option->eligible,
            .recommended = option->eligible && id == BE_OPTION_BEST,
            .has_total = option->eligible,
            .total = option->total,
            .tax = option->tax,
            .prepaid = option->purchased,
            .customer = customer,
        };
        csv_row(out, &csv_quote_table, &row);
    }
}

void csv_of_compare(FILE *out, const compare_answer *what)
{
    csv_header(out, &csv_compare_table);
    put_comparison(out, &csv_compare_table, what, NULL);
}

void csv_of_quote(FILE *out, const quote_answer *what)
{
    const char *customer = what->customer[0] != '\0' ? what->customer : NULL;
    csv_header(out, &csv_quote_table);
    for (size_t i = 0; i < what->count; i++)
        put_comparison(out, &csv_quote_table, &what->items[i], customer);
    for (size_t i = 0; i < what->portfolio_count; i++)
        put_portfolio(out, &what->portfolios[i], "portfolio", customer);
    if (what->total.sum != NULL)
        put_portfolio(out, what->total.sum, "total", customer);
}

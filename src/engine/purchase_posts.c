#include "billing.h"

/* Posts packages of either kind that hold `size`; the caller says what they are. */
static be_line *post_prepaid(billing *b, const be_purchase *buy, be_quantity size, be_amount price,
                             be_duration valid, const be_source *source)
{
    const ledger_entry entry = {
        .month = buy->month,
        .quantity = buy->count,
        .price = price,
        .per = 1,
        .amount = be_amount_times(price, buy->count),
        .source = source_or(source, b->item.product),
    };
    if (lots_too_many(size, buy->count))
        post_too_large(b, LEDGER_PURCHASE, buy->month);
    be_line *line = ledger_post(&b->ledger, LEDGER_PURCHASE, &entry);
    if (line != NULL)
        line->rule = words_with(BE_MSG_RULE_PREPAID_PACKAGE, be_arg_duration(valid));
    return line;
}

static void post_package(billing *b, const be_purchase *buy)
{
    if (buy->item >= b->item.product->package_count)
        return;
    const be_package *package = &b->item.product->packages[buy->item];
    be_line *line =
        post_prepaid(b, buy, package->size, package->price, package->valid, package->source);
    if (line != NULL)
        line->what = words_with(BE_MSG_WHAT_BUY_PACKAGE, be_arg_text(package->id));
}

static void post_general(billing *b, const be_purchase *buy)
{
    const be_provider *provider = b->item.product->provider;
    if (provider == NULL || buy->item >= provider->general_package_count)
        return;
    const be_general_package *package = &provider->general_packages[buy->item];
    be_line *line =
        post_prepaid(b, buy, package->points, package->price, package->valid, package->source);
    if (line == NULL)
        return;
    line->what = words_with(BE_MSG_WHAT_BUY_GENERAL, be_arg_text(package->id));
    line->what.args[1] = be_arg_quantity(package->points);
}

/* The bands of a capacity price become a line each; every term costs the same. */
typedef struct capacity_posts {
    billing *billing;
    const be_purchase *buy;
} capacity_posts;

static void post_capacity_part(void *context, const be_charge *part)
{
    const capacity_posts *to = context;
    billing *b = to->billing;
    const be_capacity *capacity = &b->item.product->capacity;
    const be_capacity_price *price = &capacity->prices[to->buy->item];
    const be_source *source = part->band != NULL ? part->band->source : NULL;
    const ledger_entry entry = {
        .month = to->buy->month,
        .quantity = be_quantity_scale(part->units, to->buy->terms, 1),
        .price = part->price,
        .per = price->tariff.per,
        .amount = be_amount_times(part->amount, to->buy->terms),
        .source = source_or(source != NULL ? source : price->source, b->item.product),
    };
    be_line *line = ledger_post(&b->ledger, LEDGER_PURCHASE, &entry);
    if (line == NULL)
        return;
    bool qps = capacity->adds_to == BE_CAPACITY_QPS;
    line->what.id = qps ? BE_MSG_WHAT_BUY_QPS : BE_MSG_WHAT_BUY_CONCURRENCY;
    line->what.args[0] = be_arg_quantity(part->units);
    line->what.args[1] = be_arg_terms(to->buy->terms, (int)price->term);
    line->rule = words_with(BE_MSG_RULE_PREPAID_TERM, be_arg_terms(0, (int)price->term));
}

static void post_capacity(billing *b, const be_purchase *buy)
{
    const be_capacity *capacity = &b->item.product->capacity;
    capacity_posts to = {b, buy};
    if (buy->terms > 0 && buy->item < capacity->price_count)
        be_tariff_charge(&capacity->prices[buy->item].tariff, 0, buy->count, post_capacity_part,
                         &to);
}

typedef void purchase_poster(billing *b, const be_purchase *buy);

static purchase_poster *const posters[] = {
    [BE_BUY_PACKAGE] = post_package,
    [BE_BUY_CAPACITY] = post_capacity,
    [BE_BUY_GENERAL] = post_general,
};

void post_purchases(billing *b, int t)
{
    for (size_t i = 0; i < b->item.purchase_count; i++) {
        const be_purchase *buy = &b->item.purchases[i];
        if (buy->month == t && buy->count > 0)
            posters[buy->kind](b, buy);
    }
}

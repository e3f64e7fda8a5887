/*
 * Billing: one item's bill while it is being worked out. bill.c walks the months; the posts of a
 * month's purchases and of its usage are in purchase_posts.c and usage_posts.c.
 */
#ifndef BREAKEVEN_ENGINE_BILLING_H
#define BREAKEVEN_ENGINE_BILLING_H

#include <breakeven/bill.h>

#include "ledger.h"
#include "limits.h"
#include "lot_book.h"
#include "waterfall.h"

typedef struct billing {
    be_bill_item item;
    ledger ledger;
    waterfall waterfall;
    lot_book book; /* only where lines are wanted */
    limits_found limits;
    bool leans;       /* the month carries its load by the limit that comes with a package */
    bool unpriceable; /* the demand does not say enough, or asks for what is not sold */
} billing;

/* Posts what is bought at the start of month t. */
void post_purchases(billing *b, int t);

/* Runs the month's demand through the layers and posts what each has to say and what is paid. */
void post_usage(billing *b, int t, be_units *units);

/* Posts that there is more than can be counted, so that no total comes of it. */
void post_too_large(billing *b, ledger_account account, int t);

/* Posts the charge of one month's pay-as-you-go under the product's one meter. */
void post_payg(ledger *l, const be_product *product, int month, int days, be_quantity before,
               be_quantity units);

/* Adds units to a sum of them. */
void bill_units_add(be_units *sum, const be_units *units);

/* `own`, or where that is NULL the source of all figures of the product that name no other. */
const be_source *source_or(const be_source *own, const be_product *product);

be_message words(be_message_id id);
be_message words_with(be_message_id id, be_arg arg);

#endif

/*
 * Messages: everything the engine has to say in words, as values.
 *
 * The engine prints nothing and knows no language. A message is a template (named by its id) and
 * typed arguments; whoever shows it fills "{0}", "{1}", ... in the reader's language and number
 * format. "{0:unit is|units are}" is the first of the two where argument 0 is the number 1, else
 * the second. be_message_text fills the English template plainly. What arguments say in words of
 * their own ("12 months") is said in the words that be_message_words hands over.
 */
#ifndef BREAKEVEN_MESSAGE_H
#define BREAKEVEN_MESSAGE_H

#include <stddef.h>

#include <breakeven/amount.h>
#include <breakeven/calendar.h>
#include <breakeven/quantity.h>

#ifdef __cplusplus
extern "C" {
#endif

/* X(id, name for programs, English template) */
#define BE_MESSAGES(X)                                                                             \
    /* what a line is for */                                                                       \
    X(WHAT_FREE_ONCE, "free", "Free quota")                                                        \
    X(WHAT_FREE_MONTHLY, "free", "Free quota of the month")                                        \
    X(WHAT_QPS_COVERED, "qps", "Calls under prepaid QPS")                                          \
    X(WHAT_PACKAGE_USED, "package", "From packages")                                               \
    X(WHAT_GENERAL_USED, "general", "From general packages")                                       \
    X(WHAT_METER_FREE, "free", "Free quota: {0}")                                                  \
    X(WHAT_METER, "payg", "{0}")                                                                   \
    X(WHAT_METER_UP_TO, "payg", "{0}, band up to {1}")                                             \
    X(WHAT_METER_ABOVE, "payg", "{0}, band above {1}")                                             \
    X(WHAT_METER_BATCH, "payg", "{0}, batch")                                                      \
    X(WHAT_METER_CACHED, "payg", "{0}, cached")                                                    \
    X(WHAT_DISCOUNT_USAGE, "discount", "Discount on use")                                          \
    X(WHAT_DISCOUNT_PURCHASES, "discount", "Discount on purchases")                                \
    X(WHAT_PAYG_ALL, "payg", "Pay as you go")                                                      \
    X(WHAT_PAYG_UP_TO, "payg", "Pay as you go, band up to {0}")                                    \
    X(WHAT_PAYG_ABOVE, "payg", "Pay as you go, band above {0}")                                    \
    X(WHAT_FLAT_FEE, "flat", "Flat fee of the band")                                               \
    X(WHAT_MINIMUM, "minimum", "Up to the minimum charge")                                         \
    X(WHAT_TOO_LARGE, "too-large", "More than can be counted")                                     \
    X(WHAT_UNSERVED, "unserved", "Not served")                                                     \
    X(WHAT_BUY_PACKAGE, "package-bought", "Package {0}")                                           \
    X(WHAT_BUY_GENERAL, "general-bought", "General package {0}, {1} points")                       \
    X(WHAT_BUY_QPS, "qps-bought", "{0} QPS for {1}")                                               \
    X(WHAT_BUY_CONCURRENCY, "concurrency-bought", "{0} concurrent tasks for {1}")                  \
    /* why it costs that */                                                                        \
    X(RULE_FREE_ONCE, "free-once", "given once, {0} left at the month's start")                    \
    X(RULE_FREE_MONTHLY, "free-monthly", "{0} each calendar month, unused units are lost")         \
    X(RULE_QPS_FREE, "qps-free", "calls within the bought rate are free while it is valid")        \
    X(RULE_PACKAGE, "package", "the package that expires first is used first")                     \
    X(RULE_GENERAL, "general",                                                                     \
      "{0} points a unit; the items of the plan draw on the points in their order")                \
    X(RULE_REQUEST, "request",                                                                     \
      "all of a request at the price of the band that its size falls in: {0}")                     \
    X(RULE_DISCOUNT, "discount", "{0} agreed off every price")                                     \
    X(RULE_FLAT, "flat", "one price for every unit")                                               \
    X(RULE_GRADUATED, "graduated", "graduated tiers: each unit at the price of its own band")      \
    X(RULE_VOLUME, "volume", "volume tiers: all units at the price of the band the total reaches") \
    X(RULE_FLAT_FEE, "flat-fee", "due once the band is used")                                      \
    X(RULE_MINIMUM, "minimum", "least charge of a period with use")                                \
    X(RULE_PREPAID_PACKAGE, "prepaid-package", "prepaid, valid {0}")                               \
    X(RULE_PREPAID_TERM, "prepaid-term", "prepaid by the {0}")                                     \
    X(RULE_TOO_LARGE, "too-large", "at most {0} units are planned")                                \
    X(RULE_OPT_IN, "opt-in", "pay as you go is off until it is switched on")                       \
    X(RULE_NO_PAYG, "no-payg", "the product cannot be paid for by the unit")                       \
    /* why an option is not offered, or cannot be taken */                                         \
    X(NO_PAYG, "not-sold", "No pay-as-you-go price is sold for this product.")                     \
    X(NO_PACKAGES, "not-sold", "No resource packages are sold for this product.")                  \
    X(NO_CAPACITY, "not-sold", "No prepaid QPS or concurrency is sold for this product.")          \
    X(NONE_FEASIBLE, "none-feasible", "No option on sale carries this load at a known price.")     \
    X(UNSERVED_OPT_IN, "unserved",                                                                 \
      "{0} {0:unit is|units are} not served: pay as you go is off until it is switched on "        \
      "(postpaid).")                                                                               \
    X(UNSERVED, "unserved",                                                                        \
      "{0} {0:unit is|units are} not served: nothing is left to pay for {0:it|them}.")             \
    X(OVER_QPS, "over-qps", "Carries {0} QPS in {2}; {1} {1:is|are} needed.")                      \
    X(OVER_RPS, "over-rps",                                                                        \
      "Accepts {0} {0:submission|submissions} a second in {2}; {1} {1:is|are} needed.")            \
    X(OVER_CONCURRENCY, "over-concurrency",                                                        \
      "Runs {0} {0:task|tasks} at once in {2}; {1} {1:is|are} needed.")                            \
    X(OVER_THROUGHPUT, "over-throughput",                                                          \
      "{0} {0:task|tasks} at once {0:finishes|finish} {1} {1:call|calls} in {2}, fewer than the "  \
      "month needs: the queue never drains.")                                                      \
    X(CAPACITY_MAX, "capacity-max", "At most {0} can be bought; {1} {1:is|are} needed.")           \
    X(FIX_BUY_QPS, "fix", "{0} prepaid QPS would carry the load.")                                 \
    X(FIX_BUY_CONCURRENCY, "fix", "{0} more concurrent {0:task|tasks} would carry the load.")      \
    X(FIX_PACKAGE, "fix", "A package with balance all month raises the limit to {0} QPS.")         \
    X(REQUEST_TOO_LARGE, "request-too-large",                                                      \
      "A request of {0} is larger than the {1} that the product takes.")                           \
    X(NEEDS_PER_REQUEST, "needs-per-request",                                                      \
      "How much a request takes of this is not given, so nothing is counted: {0}.")                \
    X(FIX_POSTPAID, "fix", "Switch pay as you go on (postpaid).")                                  \
    X(PRICE_QUOTE, "quote", "The vendor names this price on request only: ask for a quote.")       \
    X(PRICE_UNPUBLISHED, "unpublished", "The vendor publishes no price for this: enter yours.")    \
    X(AMOUNT_OVERFLOW, "overflow", "The total is too large to be computed exactly.")               \
    /* warnings */                                                                                 \
    X(PLAN_UNPROVEN, "unproven", "The best plan found is not proven to be the cheapest.")          \
    X(PLAN_WITHIN, "unproven",                                                                     \
      "The best plan found is not proven to be the cheapest: no plan saves more than {0} of it.")  \
    X(CLIFF, "cliff",                                                                              \
      "In {0}, {1} {1:unit stops|units stop} short of a lower price: {2} more would save {3}.")    \
    X(POSTPAID_OFF, "postpaid-off",                                                                \
      "Pay as you go is off by default: calls fail once free quota and packages are used up.")     \
    X(FREE_ENDS, "free-ends", "The free quota ends in {0}; the vendor does not announce it.")      \
    X(PACKAGE_SAVES_NOTHING, "package-saves-nothing",                                              \
      "Packages that cost no less per unit than pay as you go: {0}.")                              \
    X(PURCHASE_OUTSIDE, "purchase-outside",                                                        \
      "Something in your plan is bought in {0}, outside of its months: it is not counted.")        \
    X(PLANNED_TWICE, "planned-twice",                                                              \
      "{0} is planned by more than one item: each counts its free quota and its tiers on its "     \
      "own.")                                                                                      \
    X(OLD_PRICE, "old-price", "These prices are dated {0}: check them before you rely on them.")   \
    X(SECOND_HAND, "second-hand", "Some prices are second-hand: \"{0}\".")                         \
    X(QUEUE_WAIT, "queue-wait",                                                                    \
      "{0} {0:request|requests} at once {0:meets|meet} {1} running {1:task|tasks}: the last of "   \
      "them "                                                                                      \
      "starts after {2}.")                                                                         \
    X(QUEUE_ROUNDS, "queue-rounds",                                                                \
      "{0} {0:request|requests} at once {0:meets|meet} {1} running {1:task|tasks}: they run in "   \
      "{2} "                                                                                       \
      "{2:round|rounds}.")                                                                         \
    X(LIMIT_UNSTATED, "limit-unstated",                                                            \
      "The vendor's limit for this is not published: whether it carries the load is not known.")   \
    X(SPEED_UNSTATED, "needs-response-time",                                                       \
      "{0} {0:task|tasks} at once {0:keeps|keep} up in {1} only while a call takes no longer "     \
      "than "                                                                                      \
      "{2}: enter a response time.")                                                               \
    X(NEEDS_PEAK, "needs-peak",                                                                    \
      "No peak is given: {0} prepaid QPS {0:is|are} enough only if calls come evenly; a burst is " \
      "refused.")                                                                                  \
    X(OFF_PEAK_QPS, "off-peak",                                                                    \
      "Off the peak days {0} QPS {0:is|are} planned for an average of {1} a second: bursts above " \
      "it "                                                                                        \
      "fail.")                                                                                     \
    X(OFF_PEAK_TASKS, "off-peak",                                                                  \
      "Off the peak days {0} {0:task|tasks} at once {0:is|are} planned for an average of {1}: "    \
      "more "                                                                                      \
      "at once fail.")                                                                             \
    X(KEEP_RESERVE, "keep-reserve",                                                                \
      "The limit of {0} QPS lasts only while a package has units; keep one in reserve.")           \
    X(DAYS_FOLLOW, "days-follow",                                                                  \
      "Orders by the day of one month follow one another, the larger first.")                      \
    X(OVERLAP_QPS, "overlap",                                                                      \
      "Two orders of QPS overlap in {0}; the vendor's page does not say that the smaller one "     \
      "goes "                                                                                      \
      "on under the larger.")                                                                      \
    X(OVERLAP_CONCURRENCY, "overlap",                                                              \
      "Two orders of concurrent tasks overlap in {0}; the vendor's page does not say that the "    \
      "smaller one goes on under the larger.")                                                     \
    X(NEEDS_RESPONSE_TIME, "needs-response-time",                                                  \
      "A concurrency without a response time says nothing about QPS: enter a response time.")

typedef enum be_message_id {
#define BE_MESSAGE_ENUM(id, name, text) BE_MSG_##id,
    BE_MESSAGES(BE_MESSAGE_ENUM)
#undef BE_MESSAGE_ENUM
        BE_MSG_COUNT
} be_message_id;

typedef enum be_arg_kind {
    BE_ARG_NONE,
    BE_ARG_QUANTITY,
    BE_ARG_TEXT, /* borrowed, from the catalogue */
    BE_ARG_NAME, /* the same with its Chinese twin */
    BE_ARG_LIST, /* names, borrowed: the last of a be_name_list */
    BE_ARG_MONTH,
    BE_ARG_DURATION,
    BE_ARG_TIME,   /* microseconds */
    BE_ARG_RATIO,  /* a share, shown in percent */
    BE_ARG_FACTOR, /* a number with a fraction, shown as such */
    BE_ARG_TERM,   /* so many days, months or years: see be_arg_terms */
    BE_ARG_MONEY   /* borrowed, lives as long as the message */
} be_arg_kind;

/* An amount with its currency, an ISO 4217 code. */
typedef struct be_money {
    be_amount amount;
    const char *currency;
} be_money;

/* A name as catalogues have it; the twin may be NULL. */
typedef struct be_name {
    const char *name, *name_zh;
} be_name;

/* Names in a row, from the last to the first. */
typedef struct be_name_list {
    be_name name;
    const struct be_name_list *before; /* NULL: it is the first */
} be_name_list;

typedef struct be_arg {
    be_arg_kind kind;
    union {
        be_quantity quantity;
        const char *text;
        be_name name;
        const be_name_list *list;
        be_month month;
        be_duration duration;
        be_microseconds time;
        be_ratio ratio;
        const be_money *money;
        struct {
            int count;
            int term; /* be_term */
        } terms;
    } as;
} be_arg;

enum { BE_MESSAGE_ARGS = 4, BE_MESSAGE_TEXT = 512 };

typedef struct be_message {
    be_message_id id;
    be_arg args[BE_MESSAGE_ARGS];
} be_message;

be_arg be_arg_quantity(be_quantity quantity);
be_arg be_arg_text(const char *text);
be_arg be_arg_name(const char *name, const char *name_zh);
be_arg be_arg_list(const be_name_list *last);
be_arg be_arg_month(be_month month);
be_arg be_arg_duration(be_duration duration);
be_arg be_arg_time(be_microseconds time);
be_arg be_arg_ratio(be_ratio ratio);
be_arg be_arg_factor(be_ratio factor);
be_arg be_arg_terms(int count, int term);
be_arg be_arg_money(const be_money *money);

/* The name that programs know a message by: "cliff". Static. */
const char *be_message_name(be_message_id id);

/* The English template. Static. */
const char *be_message_template(be_message_id id);

/* How a language says what stands in a message. */
typedef struct be_message_words {
    /* Which of a name and its Chinese twin (which may be NULL) is said. */
    const char *(*pick)(const char *name, const char *name_zh);
    /* Writes so many days, months or years; 0: the bare word. Always ends with NUL. */
    void (*terms)(int count, int term, char *out, size_t size);
    const char *no_end; /* of what is valid for ever */
    const char *comma;  /* between names in a row */
} be_message_words;

/*
 * Writes one argument for a reader: quantities grouped ("10,000"), money plainly ("0.5 USD").
 * `words` NULL: in English.
 */
size_t be_arg_format(const be_arg *arg, const be_message_words *words, char *out, size_t size);

/*
 * Fills `template_text` (that of the message, or its translation) with the message's arguments, in
 * the same language's `words` (NULL: in English). Cuts at `size`, between characters; always ends
 * with NUL. Returns the length written.
 */
size_t be_message_fill(const be_message *message, const char *template_text,
                       const be_message_words *words, char *out, size_t size);

/* The message in English. */
size_t be_message_text(const be_message *message, char *out, size_t size);

#ifdef __cplusplus
}
#endif

#endif

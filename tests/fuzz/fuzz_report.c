/*
 * Reports: whatever products, plans and files are called, what is written is well-formed in every
 * format, and nothing in it steers a terminal.
 */
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include <breakeven/breakeven.h>

#include "config/utf8.h"
#include "engine/fixtures.h"
#include "fuzz.h"
#include "language/language.h"
#include "planning/plan_diff.h"
#include "planning/plan_quote.h"
#include "report/format.h"
#include "support/markup.h"

enum { ITEMS = 2, MONTHS = 3, NAMES = 12, RATES = 2, CURVE_POINTS = 5, PATHS = 2 };

/* What is asked for, and all the texts in it, which are those of the input. */
typedef struct scene {
    fuzz_bytes in;
    char *names[NAMES];
    product_box boxes[ITEMS];
    be_source source;
    be_note note;
    be_provider provider;
    scenario *plan;
} scene;

/* -- what is well-formed ----------------------------------------------------------------------- */

static void check_text(const char *text, const char *allowed)
{
    FUZZ_REQUIRE(utf8_is_valid(text));
    for (; *text != '\0'; text++)
        FUZZ_REQUIRE(!utf8_is_control(text) || strchr(allowed, *text) != NULL);
}

/* Signs that change the direction of what stands behind them. */
static void check_direction(const char *text)
{
    static const char *const signs[] = {"\u202A", "\u202B", "\u202C", "\u202D", "\u202E", "\u2066",
                                        "\u2067", "\u2068", "\u2069", "\u200E", "\u200F", "\u061C"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        FUZZ_REQUIRE(strstr(text, signs[i]) == NULL);
}

static void check_plain(const char *text)
{
    check_text(text, "\n");
    check_direction(text);
}

static void check_html(const char *text)
{
    check_plain(text);
    FUZZ_REQUIRE(markup_problem(text) == NULL);
}

static void check_json(const char *text)
{
    check_plain(text);
    json_t *read = json_loads(text, JSON_REJECT_DUPLICATES, NULL);
    FUZZ_REQUIRE(read != NULL);
    json_decref(read);
}

/* Moves past a cell and what separates it from the next one; true where a line ends behind it. */
static bool past_cell(const char **at)
{
    const char *end = *at;
    if (*end == '"') {
        do {
            end = strchr(end + 1, '"');
            FUZZ_REQUIRE(end != NULL);
            end++;
        } while (*end == '"');
    } else {
        end += strcspn(end, ",\r");
    }
    bool last = strncmp(end, "\r\n", 2) == 0;
    FUZZ_REQUIRE(last || *end == ',');
    *at = end + (last ? 2 : 1);
    return last;
}

/* A spreadsheet computes what begins like a formula; a number it may read. */
static void check_cell(const char *cell)
{
    bool quoted = *cell == '"';
    cell += quoted;
    cell += strspn(cell, " ");
    FUZZ_REQUIRE(*cell == '\0' || strchr("=@\t", *cell) == NULL);
    if (*cell != '+' && *cell != '-')
        return;
    const char *end = cell + 1 + strspn(cell + 1, "0123456789.%");
    FUZZ_REQUIRE(quoted ? end[0] == '"' && end[1] != '"' : *end == ',' || *end == '\r');
}

static const char *past_mark(const char *text)
{
    static const char mark[] = "\uFEFF";
    return strncmp(text, mark, sizeof mark - 1) == 0 ? text + sizeof mark - 1 : text;
}

static void check_csv(const char *text)
{
    size_t columns = 0;
    text = past_mark(text);
    check_text(text, "\t\r\n");
    check_direction(text);
    while (*text != '\0') {
        size_t cells = 0;
        bool last = false;
        for (; !last; cells++) {
            check_cell(text);
            last = past_cell(&text);
        }
        FUZZ_REQUIRE(columns == 0 || cells == columns);
        columns = cells;
    }
}

static const struct {
    const char *format;
    void (*check)(const char *text);
} checks[] = {
    {"table", check_plain},    {"json", check_json}, {"csv", check_csv},
    {"markdown", check_plain}, {"html", check_html},
};

enum { CHECKS = sizeof checks / sizeof *checks };

/* -- what is written --------------------------------------------------------------------------- */

static void write_answer(scene *s, const answer *what)
{
    size_t chosen = (size_t)fuzz_between(&s->in, 0, CHECKS - 1), size = 0;
    const page_text_options options = {.columns = (int)fuzz_between(&s->in, 20, PAGE_TEXT_COLUMNS),
                                       .ascii = fuzz_between(&s->in, 0, 1) == 1};
    char *text = format_text(format_find(checks[chosen].format), what, &options, &size);
    FUZZ_REQUIRE(text != NULL && strlen(text) == size);
    checks[chosen].check(text);
    free(text);
}

/* -- what is sold ------------------------------------------------------------------------------ */

static const be_product *style_priced(product_box *box)
{
    return fixture_flat(box, "0.25");
}

static const be_product *(*const fixtures[])(product_box *box) = {
    style_priced,          fixture_refiner, fixture_style_transfer, fixture_face_compare,
    fixture_licence_plate, fixture_id_card, fixture_baidu_face,
};

enum { FIXTURES = sizeof fixtures / sizeof *fixtures };

static char *name(scene *s)
{
    return s->names[fuzz_between(&s->in, 0, NAMES - 1)];
}

static void make_product(scene *s, product_box *box)
{
    fixtures[fuzz_between(&s->in, 0, FIXTURES - 1)](box);
    be_product *product = &box->product;
    product->provider = &s->provider;
    product->source = &s->source;
    product->name = name(s);
    product->name_zh = name(s);
    product->category = name(s);
    product->region = name(s);
    product->unit = name(s);
    product->unit_zh = name(s);
    product->notes = &s->note;
    product->note_count = 1;
    for (size_t i = 0; i < product->package_count; i++)
        box->packages[i].id = name(s);
}

static void make_provider(scene *s)
{
    s->source =
        (be_source){.id = name(s),
                    .title = name(s),
                    .address = name(s),
                    .date_text = name(s),
                    .date = {2026, 1, 21},
                    .confidence = (be_confidence)fuzz_between(&s->in, 0, BE_CONFIDENCE_COUNT - 1)};
    s->note = (be_note){name(s), name(s)};
    s->provider = (be_provider){.id = "vendor", .name = name(s), .name_zh = name(s)};
    for (int i = 0; i < ITEMS; i++)
        make_product(s, &s->boxes[i]);
}

static void make_plan(scene *s)
{
    s->plan =
        scenario_create((be_horizon){be_month_of(2026, 11), (int)fuzz_between(&s->in, 1, MONTHS)});
    FUZZ_REQUIRE(s->plan != NULL);
    scenario_rename(s->plan, name(s));
    s->plan->tax = fuzz_between(&s->in, 0, 1) * BE_RATIO_ONE / 10;
    int64_t count = fuzz_between(&s->in, 0, ITEMS);
    for (int64_t i = 0; i < count; i++) {
        scenario_item item = scenario_item_of(&s->boxes[i].product);
        item.demand.volume = fuzz_between(&s->in, 0, 20000);
        item.demand.concurrency = fuzz_between(&s->in, 0, 9);
        item.demand.response = item.demand.concurrency * 100000;
        item.demand.postpaid = fuzz_between(&s->in, 0, 1) == 1;
        item.demand.discount = fuzz_between(&s->in, 0, 1) * BE_RATIO_ONE / 20;
        item.demand.growth = fuzz_between(&s->in, -1, 1) * BE_RATIO_ONE / 20;
        item.demand.spread = fuzz_between(&s->in, 0, 7) == 0 ? BE_RATIO_ONE / 3 : 0;
        if (fuzz_between(&s->in, 0, 3) == 0) {
            item.demand.low = item.demand.volume / 2;
            item.demand.high = item.demand.volume * 2;
        }
        FUZZ_REQUIRE(scenario_insert(s->plan, s->plan->count, &item));
    }
}

/* -- answers ----------------------------------------------------------------------------------- */

static plan_quote *quote_plan(const scene *s, bool in_full)
{
    const plan_question asked = {
        .plan = s->plan, .today = {2027, 1, 1}, .paths = PATHS, .in_full = in_full};
    plan_quote *made = plan_quote_run(&asked);
    FUZZ_REQUIRE(made != NULL);
    return made;
}

static void tell_quote(scene *s)
{
    plan_quote *made = quote_plan(s, fuzz_between(&s->in, 0, 15) == 0);
    write_answer(s, &(answer){ANSWER_QUOTE, {.quote = *plan_quote_answer(made)}});
    plan_quote_destroy(made);
}

static void tell_compare(scene *s)
{
    plan_quote *made = quote_plan(s, false);
    const quote_answer *all = plan_quote_answer(made);
    for (size_t i = 0; i < all->count; i++) {
        compare_answer one = all->items[i];
        one.by_month = one.explain = true;
        write_answer(s, &(answer){ANSWER_COMPARE, {.compare = one}});
    }
    plan_quote_destroy(made);
}

static void tell_products(scene *s)
{
    const be_product *listed[ITEMS];
    for (int i = 0; i < ITEMS; i++)
        listed[i] = &s->boxes[i].product;
    write_answer(s, &(answer){ANSWER_PRODUCTS, {.products = {listed, ITEMS}}});
}

static void tell_rate(scene *s)
{
    const be_product *product = &s->boxes[0].product;
    be_arena *arena = be_arena_create();
    rate_result results[RATES];
    FUZZ_REQUIRE(arena != NULL);
    for (int i = 0; i < RATES; i++) {
        rate_result *result = &results[i];
        result->quantity = fuzz_between(&s->in, 0, 200000);
        FUZZ_REQUIRE(be_bill_rate(arena, product, result->quantity, 30, &result->amount,
                                  &result->lines, &result->line_count));
    }
    write_answer(s, &(answer){ANSWER_RATE, {.rate = {product, NULL, results, RATES}}});
    be_arena_destroy(arena);
}

static void tell_curve(scene *s)
{
    const be_product *product = &s->boxes[0].product;
    const be_demand demand = {.concurrency = 4, .response = 500000, .postpaid = true};
    be_arena *arena = be_arena_create();
    FUZZ_REQUIRE(arena != NULL);
    const be_curve *curve = be_curve_create(arena, product, &demand, s->plan->horizon, 0,
                                            fuzz_between(&s->in, 1, 20000), CURVE_POINTS);
    FUZZ_REQUIRE(curve != NULL);
    write_answer(s, &(answer){ANSWER_CURVE, {.curve = {product, curve, s->plan->horizon}}});
    be_arena_destroy(arena);
}

static void tell_problems(scene *s)
{
    problems found = {0};
    for (int64_t left = fuzz_between(&s->in, 0, 3); left > 0; left--) {
        const char *file = name(s), *key = name(s), *text = name(s);
        problems_error(&found, file, (int)left, key, "%s", text);
        problems_warning(&found, file, 0, NULL, "%s", text);
    }
    write_answer(s, &(answer){ANSWER_CHECK, {.check = {.files = 2, .found = &found}}});
    problems_clear(&found);
}

/* Against the same plan with another name and one item fewer. */
static void tell_difference(scene *s)
{
    scenario *after = scenario_copy(s->plan);
    FUZZ_REQUIRE(after != NULL);
    scenario_rename(after, name(s));
    if (after->count > 0)
        scenario_remove(after, 0);
    if (after->count > 0)
        after->items[0].demand.growth = -BE_RATIO_ONE / 50;
    const char *names[] = {name(s), name(s)};
    plan_diff *made = plan_diff_create((plan_side){s->plan, names[0]}, (plan_side){after, names[1]},
                                       (be_date){2027, 1, 1});
    FUZZ_REQUIRE(made != NULL);
    write_answer(s, &(answer){ANSWER_DIFF, {.diff = *plan_diff_answer(made)}});
    plan_diff_destroy(made);
    scenario_destroy(after);
}

static void (*const answers[])(scene *s) = {
    tell_quote, tell_compare, tell_products, tell_problems, tell_difference, tell_rate, tell_curve,
};

enum { ANSWERS = sizeof answers / sizeof *answers };

static void begin(void)
{
    static bool begun;
    if (!begun)
        FUZZ_REQUIRE(setlocale(LC_CTYPE, "C.UTF-8") != NULL);
    begun = true;
}

/* The texts stand in front, each up to a byte 0xFF; the choices behind them. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static scene s;
    begin();
    s = (scene){.in = {data, size}};
    for (int i = 0; i < NAMES; i++)
        s.names[i] = fuzz_word(&s.in);
    language_use((language)fuzz_between(&s.in, 0, LANGUAGE_COUNT - 1), FUZZ_LOCALES);
    make_provider(&s);
    make_plan(&s);
    answers[fuzz_between(&s.in, 0, ANSWERS - 1)](&s);
    scenario_destroy(s.plan);
    for (int i = 0; i < NAMES; i++)
        free(s.names[i]);
    return 0;
}

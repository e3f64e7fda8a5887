/*
 * Plans: any text is read or refused; what is read is written and read again as the same plan, and
 * priced.
 */
#include <stdlib.h>
#include <string.h>

#include "catalog/catalog_load.h"
#include "fuzz.h"
#include "planning/plan_quote.h"
#include "scenario/scenario_load.h"
#include "scenario/scenario_save.h"

/* What takes longer is not looked for here. */
enum { PRICED_ITEMS = 3, PRICED_MONTHS = 6, PRICED_PIECES = 4 };

static scenario *read_text(const char *text, size_t size)
{
    problems found = {0};
    scenario *plan = scenario_parse("plan.cfg", text, size, catalog_builtin(), &found);
    fuzz_check_problems(&found, plan != NULL);
    problems_clear(&found);
    return plan;
}

static void check_round_trip(const scenario *plan)
{
    size_t size = 0, again_size = 0;
    char *text = scenario_text(plan, &size);
    FUZZ_REQUIRE(text != NULL);
    scenario *again = read_text(text, size);
    FUZZ_REQUIRE(again != NULL && scenario_equal(plan, again));
    char *again_text = scenario_text(again, &again_size);
    FUZZ_REQUIRE(again_text != NULL && again_size == size && memcmp(text, again_text, size) == 0);
    free(again_text);
    scenario_destroy(again);
    free(text);
}

static void price(const scenario *plan)
{
    const plan_question asked = {.plan = plan, .today = {2026, 12, 1}, .paths = 2};
    plan_quote *quote = plan_quote_create(&asked);
    FUZZ_REQUIRE(quote != NULL);
    FUZZ_REQUIRE(plan_quote_step(quote, PRICED_PIECES));
    plan_quote_destroy(quote);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char *text = fuzz_text(data, size);
    scenario *plan = read_text(text, size);
    if (plan != NULL) {
        check_round_trip(plan);
        if (plan->count <= PRICED_ITEMS && plan->horizon.months <= PRICED_MONTHS)
            price(plan);
    }
    scenario_destroy(plan);
    free(text);
    return 0;
}

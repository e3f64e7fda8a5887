#include "tui/example/example.h"

#include "language/language.h"
#include "scenario/scenario_load.h"
#include "tui/example/example_text.h"

scenario *example_create(const be_catalog *known, be_month start)
{
    /* As it is called in the file, marked for translation. */
    static const char name[] = TR_LATER("Example: sign-up with a selfie, an ID card and a try-on");
    problems found = {0};
    scenario *plan =
        scenario_parse("example.cfg", (const char *)example_text, example_size, known, &found);
    problems_clear(&found);
    if (plan == NULL)
        return NULL;
    plan->horizon.start = start;
    scenario_rename(plan, tr(name));
    return plan;
}

#include "cli/sampling_options.h"

#include "cli/option_types.h"
#include "language/language.h"

#define FIELD(name) offsetof(sampling_options, name)

enum { PIECES_AT_ONCE = 1000 };

const option sampling_options_rows[SAMPLING_OPTIONS] = {
    {"paths", 0, "N", &option_paths, FIELD(paths),
     TR_LATER("ways in which an uncertain volume may turn out that are tried (200)")},
    {"seed", 0, "N", &option_count, FIELD(seed),
     TR_LATER("draws them; the same seed always draws the same ones (0)")},
};

bool sampling_asked_for(const be_demand *demand)
{
    return demand->spread > 0 || demand->cancellation > 0;
}

be_sampling *sampling_run(const sampling_options *options, const be_product *product,
                          const be_demand *demand, be_horizon horizon)
{
    size_t count = options->paths > 0 ? (size_t)options->paths : BE_PATHS_USUAL;
    be_sampling *s = be_sampling_create(product, demand, horizon, (uint64_t)options->seed, count);
    while (s != NULL && be_sampling_result(s) == NULL) {
        if (be_sampling_step(s, PIECES_AT_ONCE))
            continue;
        be_sampling_destroy(s);
        return NULL;
    }
    return s;
}

#include "cli/meter_options.h"

#include "cli/complain.h"
#include "cli/option_types.h"
#include "language/language.h"
#include "scenario/per_request.h"

#define FIELD(name) offsetof(meter_options, name)

const option meter_options_rows[METER_OPTIONS] = {
    {"per-request", 0, TR_LATER("SPEC"), &option_text, FIELD(per_request),
     TR_LATER("units of each meter that a request takes, such as \"input 2,000, output 500\"")},
    {"batch", 0, TR_LATER("PERCENT"), &option_share, FIELD(batch),
     TR_LATER("share of the requests that are sent as batch (0%)")},
    {"cached", 0, TR_LATER("PERCENT"), &option_share, FIELD(cached),
     TR_LATER("share of the other requests' units that the context cache has (0%)")},
};

static status read_per_request(const meter_options *options, be_arena *arena,
                               const be_product *product, be_demand *out)
{
    char error[PER_REQUEST_ERROR];
    if (options->per_request == NULL)
        return STATUS_DONE;
    if (product->meter_count == 0)
        return complain(STATUS_USAGE, tr("--per-request: %s has no meters: a request is one %s"),
                        product->key, language_pick(product->unit, product->unit_zh));
    be_ratio *units = be_arena_alloc(arena, BE_METERS_MAX, sizeof *units);
    if (units == NULL)
        return complain_memory();
    per_request_clear(units);
    if (!per_request_parse(options->per_request, product, units, error))
        return complain(STATUS_USAGE, tr("--per-request: %s"), error);
    out->per_request = units;
    out->per_request_count = product->meter_count;
    return STATUS_DONE;
}

status meter_options_read(const meter_options *options, be_arena *arena, const be_product *product,
                          be_demand *out)
{
    char names[PER_REQUEST_NAMES];
    status result = read_per_request(options, arena, product, out);
    if (result != STATUS_DONE)
        return result;
    out->batch = options->batch;
    out->cached = options->cached;
    if (per_request_missing(out, product, names) > 0)
        return complain(STATUS_USAGE,
                        tr("--per-request: how much a request of %s takes is not given: %s"),
                        product->key, names);
    return STATUS_DONE;
}

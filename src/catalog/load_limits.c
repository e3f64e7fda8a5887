/*
 * Limits: what an account may do before it buys capacity.
 */
#include "catalog/load.h"

#include <string.h>

#include "language/language.h"

static bool decode_limit(reader *in, const config_setting_t *setting, const reader_field *field,
                         void *record)
{
    static const reader_field value = {"", &reader_quantity, offsetof(be_limit, value),
                                       .rule = &reader_one_or_more};
    be_limit *limit = reader_slot(record, field);
    const char *text = reader_string(in, setting);
    if (text == NULL)
        return false;
    *limit = (be_limit){.stated = true, .value = BE_UNBOUNDED};
    return strcmp(text, "unlimited") == 0 || reader_value(in, setting, &value, limit);
}

static const reader_type limit_type = {
    READER_STRING, TR_LATER("a quoted whole number such as \"10\", or \"unlimited\""),
    decode_limit};

/* In the order of be_over. */
static const char *const overs[] = {"reject", "queue"};
static const reader_names over_names = {overs, 2};

/* A limit's source is checked but not kept: no price comes from it. */
typedef struct written_limits {
    be_limits limits;
    const be_source *source;
} written_limits;

static const reader_field fields[] = {
    {"qps", &limit_type, offsetof(written_limits, limits.qps), .required = false},
    {"with_package", &limit_type, offsetof(written_limits, limits.with_package), .required = false},
    {"rps", &limit_type, offsetof(written_limits, limits.rps), .required = false},
    {"concurrency", &limit_type, offsetof(written_limits, limits.concurrency), .required = false},
    {"over", &reader_choice, offsetof(written_limits, limits.over), .rule = &over_names},
    {"source", &load_source_name, offsetof(written_limits, source), .required = false},
};

static const reader_record written_record = {READER_RECORD(fields, written_limits)};

static bool decode_limits(reader *in, const config_setting_t *setting, const reader_field *field,
                          void *record)
{
    written_limits written;
    bool ok = reader_group(in, setting, &written_record, &written);
    be_limits *slot = reader_slot(record, field);
    *slot = written.limits;
    return ok;
}

const reader_type load_limits = {READER_GROUP, TR_LATER("a group { }"), decode_limits};

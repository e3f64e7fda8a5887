/*
 * The free quota: so many units once, or so many each month.
 */
#include "catalog/load.h"

#include "language/language.h"

static const char *const every[] = {"month"};
static const reader_names every_names = {every, 1};

/* `every` has one value; that it is there at all says that the quota comes again. */
typedef struct written_free {
    be_free_quota quota;
    int every;
} written_free;

static bool check_free(reader *in, const config_setting_t *group, void *record)
{
    written_free *written = record;
    bool once = reader_member(group, "valid") != NULL;
    written->quota.monthly = reader_member(group, "every") != NULL;
    if (once != written->quota.monthly)
        return true;
    return reader_error(in, group,
                        tr("%s; expected valid = \"12 months\" (a quota given once) or "
                           "every = \"month\""),
                        once ? tr("has both valid and every") : tr("has neither valid nor every"));
}

static const reader_field fields[] = {
    {"quantity", &reader_quantity, offsetof(written_free, quota.quantity), .required = true,
     .rule = &reader_one_or_more},
    {"valid", &reader_duration, offsetof(written_free, quota.valid), .required = false},
    {"every", &reader_choice, offsetof(written_free, every), .rule = &every_names},
    {"source", &load_source_name, offsetof(written_free, quota.source), .required = false},
};

static const reader_record written_record = {
    READER_RECORD(fields, written_free),
    .check = check_free,
};

static bool decode_free(reader *in, const config_setting_t *setting, const reader_field *field,
                        void *record)
{
    written_free written;
    bool ok = reader_group(in, setting, &written_record, &written);
    be_free_quota *slot = reader_slot(record, field);
    *slot = written.quota;
    return ok;
}

const reader_type load_free = {READER_GROUP, TR_LATER("a group { }"), decode_free};

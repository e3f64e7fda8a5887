/*
 * The reader: turns libconfig groups into C structures, strictly.
 *
 * A structure is described by a table of its keys: the name, the type, where the value goes and
 * whether it may be missing. From that one table come the checks (unknown, missing and mistyped
 * keys, each with its line, its path and what was expected), the conversion and the default.
 *
 *     static const reader_field fields[] = {
 *         {"id", &reader_id, offsetof(be_package, id), .required = true},
 *         {"size", &reader_quantity, offsetof(be_package, size), .required = true},
 *     };
 *     static const reader_record record = READER_RECORD(fields, be_package);
 *     be_package package;
 *     bool ok = reader_group(in, setting, &record, &package);
 *
 * Keys are read in the order of the table, whatever their order in the file, so that a later one
 * can rely on the earlier ones. Reading goes on after a mistake; `false` only means that there was
 * one, and that it is among the problems.
 *
 * Numbers that become money or quantities are quoted: libconfig's floats are binary, and its
 * version 1.5 wraps large integers without a word. So a bare number is never echoed in a message.
 */
#ifndef BREAKEVEN_CONFIG_READER_H
#define BREAKEVEN_CONFIG_READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <libconfig.h>

#include <breakeven/arena.h>

#include "config/problem.h"

typedef struct reader {
    const char *file;   /* as problems name it */
    be_arena *arena;    /* owns all texts and arrays that are read */
    problems *problems; /* where mistakes go */
    void *context;      /* of whoever reads; the reader passes it on */
} reader;

/* Longer texts are refused. */
enum { READER_TEXT_MAX = 64 * 1024, READER_ID_MAX = 63 };

/* The kinds of settings that libconfig tells apart, as far as they matter. */
typedef enum reader_shape {
    READER_STRING,
    READER_BOOLEAN,
    READER_SMALL_NUMBER, /* an integer, bare or quoted */
    READER_GROUP,        /* { } */
    READER_LIST          /* ( ) or [ ] */
} reader_shape;

struct reader_field;

/*
 * Converts a setting of the right shape and stores it in `record`, at the field's offset. Reports
 * what is wrong and returns false otherwise.
 */
typedef bool reader_decode(reader *in, const config_setting_t *setting,
                           const struct reader_field *field, void *record);

typedef struct reader_type {
    reader_shape shape;
    const char *expected; /* for messages; NULL: one of the names of the field's rule */
    reader_decode *decode;
} reader_type;

typedef struct reader_field {
    const char *key;
    const reader_type *type;
    size_t offset; /* in the record */
    bool required;
    const void *rule;    /* what the type asks for, see the types below */
    size_t count_offset; /* of a list: where the number of its elements goes (size_t) */
    const char *unless; /* a key that takes the place of this one: never both, and either will do */
} reader_field;

typedef struct reader_record {
    const reader_field *fields;
    size_t field_count;
    size_t size;          /* of the structure */
    const void *defaults; /* copied into it first; NULL: all zero */
    const char *unique;   /* in a list of such groups no two have the same text in this key */
    /* Checks what concerns several keys, once all were read without a mistake. May be NULL. */
    bool (*check)(reader *in, const config_setting_t *group, void *record);
} reader_record;

/* The beginning of a record's initializer; `.defaults`, `.unique` and `.check` may follow. */
#define READER_RECORD(table, structure)                                                            \
    .fields = (table), .field_count = sizeof(table) / sizeof((table)[0]), .size = sizeof(structure)

/* Types. The C type of the field stands first. */

extern const reader_type reader_text;     /* const char *: not empty, no control characters */
extern const reader_type reader_raw_text; /* const char *: any UTF-8 */
extern const reader_type reader_id;       /* const char *: 1..63 of a-z 0-9 . - */
extern const reader_type reader_quantity; /* be_quantity; rule: reader_range or NULL */
extern const reader_type reader_amount;   /* be_amount, 0 or more */
extern const reader_type reader_integer;  /* int; rule: reader_range */
extern const reader_type reader_boolean;  /* bool */
extern const reader_type reader_choice;   /* int or an enum; rule: reader_names */
extern const reader_type reader_duration; /* be_duration */
extern const reader_type reader_month;    /* be_month */
extern const reader_type reader_subgroup; /* a structure; rule: its reader_record */
extern const reader_type reader_list;     /* T *, from reader.arena; rule: T's reader_record */

typedef struct reader_range {
    int64_t min, max;
} reader_range;

/* The range of quantities that cannot be zero. */
extern const reader_range reader_one_or_more;

/* The value of a choice is the index of its name. */
typedef struct reader_names {
    const char *const *names;
    size_t count;
} reader_names;

/* Reads `group` into `record` by its table. */
bool reader_group(reader *in, const config_setting_t *group, const reader_record *table,
                  void *record);

/*
 * Reads a list of groups into an array from the arena. `*items` and `*count` are set even when
 * some element has a mistake; its fields then hold what could be read, and defaults. Where the
 * problems are full the elements that follow are left out.
 */
bool reader_groups(reader *in, const config_setting_t *list, const reader_record *table,
                   void **items, size_t *count);

/* Reads a single setting, such as an element of an array, as `field` says. */
bool reader_value(reader *in, const config_setting_t *setting, const reader_field *field,
                  void *record);

/* The place in `record` that belongs to `field`. */
void *reader_slot(void *record, const reader_field *field);

/* A setting's key below `group`, or NULL. */
const config_setting_t *reader_member(const config_setting_t *group, const char *key);

/*
 * The text of a string setting after the checks that every text has to pass: its length, valid
 * UTF-8. Borrowed from the document. NULL after a mistake.
 */
const char *reader_string(reader *in, const config_setting_t *setting);

/* A copy in the arena; NULL, reported, when there is no memory. */
const char *reader_keep(reader *in, const config_setting_t *setting, const char *text);

/*
 * Refuses a file of a newer format than `newest`, before its unknown keys are held against it.
 * True when it is not newer, or states no format that can be read.
 */
bool reader_knows_format(reader *in, const config_setting_t *root, int newest);

/* Reports a mistake in a setting, or (with a key) in a key of a group. Returns false. */
PROBLEM_PRINTF(3, 4)
bool reader_error(reader *in, const config_setting_t *setting, const char *format, ...);
PROBLEM_PRINTF(4, 5)
bool reader_error_at(reader *in, const config_setting_t *group, const char *key, const char *format,
                     ...);

enum { READER_ECHO = 80, READER_PATH = 256 };

/* A text as it can stand in a message: cut where it is long, control characters as \xNN. */
const char *reader_echo(const char *text, char out[READER_ECHO]);

/* Writes `"a", "b", "c"` for a message. Returns `out`. */
const char *reader_list_names(const reader_names *names, char *out, size_t size);

#endif

/*
 * The ledger: the only way by which money and words enter a bill.
 *
 * ledger_post adds an amount to the month's and the bill's totals and, when lines are wanted,
 * records the line in the same call. Nothing else writes a total. So the lines of a bill always
 * add up to its total: they are the same posts.
 */
#ifndef BREAKEVEN_ENGINE_LEDGER_H
#define BREAKEVEN_ENGINE_LEDGER_H

#include <stdbool.h>
#include <stddef.h>

#include <breakeven/arena.h>
#include <breakeven/bill.h>

typedef struct message_list {
    be_message *items;
    size_t count, room;
} message_list;

typedef struct ledger {
    be_arena *arena; /* for what is handed to the bill */
    be_arena *work;  /* for lists while they grow */
    be_bill *bill;
    bool recording;
    bool failed; /* memory ran out */
    be_line *lines;
    size_t line_count, line_room;
    message_list reasons, warnings;
} ledger;

/* An amount as it is posted: which month, how many of what at what price. */
typedef struct ledger_entry {
    int month;
    be_quantity quantity;
    be_amount price;
    be_quantity per;
    be_amount amount;
    const be_source *source;
} ledger_entry;

typedef enum ledger_account { LEDGER_USAGE, LEDGER_PURCHASE } ledger_account;

/* Both arenas may be NULL where lines are not wanted. */
void ledger_open(ledger *l, be_arena *arena, be_arena *work, be_bill *bill, bool recording);

/*
 * Posts an entry. Returns the recorded line, whose words (what, rule) the caller fills in, or NULL
 * when lines are not wanted. The line stays in place until the next post.
 */
be_line *ledger_post(ledger *l, ledger_account account, const ledger_entry *entry);

/* Adds a message unless one with its id is there. Does nothing when lines are not wanted. */
void ledger_reason(ledger *l, be_message message);
void ledger_warn(ledger *l, be_message message);

/*
 * Works out the tax on the totals and hands lines and messages to the bill. False when memory ran
 * out on the way.
 */
bool ledger_close(ledger *l, be_ratio tax);

/* The list that quotes use for their own messages: false when there is no memory. */
bool message_list_add(message_list *list, be_arena *arena, be_message message);

#endif

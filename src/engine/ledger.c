#include "ledger.h"

#include <string.h>

#include "amount_ops.h"

enum { FIRST_LINES = 16, FIRST_MESSAGES = 8 };

/* Room for one more item of `size` bytes: the array itself, a larger copy, or NULL. */
static void *grown(be_arena *arena, void *items, size_t count, size_t *room, size_t size,
                   size_t first)
{
    if (count < *room)
        return items;
    size_t wanted = *room == 0 ? first : *room * 2;
    void *larger = be_arena_alloc(arena, wanted, size);
    if (larger == NULL)
        return NULL;
    if (count > 0)
        memcpy(larger, items, count * size);
    *room = wanted;
    return larger;
}

bool message_list_add(message_list *list, be_arena *arena, be_message message)
{
    for (size_t i = 0; i < list->count; i++) {
        if (list->items[i].id == message.id)
            return true;
    }
    be_message *items =
        grown(arena, list->items, list->count, &list->room, sizeof *items, FIRST_MESSAGES);
    if (items == NULL)
        return false;
    items[list->count++] = message;
    list->items = items;
    return true;
}

void ledger_open(ledger *l, be_arena *arena, be_arena *work, be_bill *bill, bool recording)
{
    *l = (ledger){.arena = arena, .work = work, .bill = bill, .recording = recording};
}

static be_line *record(ledger *l, const ledger_entry *entry)
{
    be_line *lines =
        grown(l->work, l->lines, l->line_count, &l->line_room, sizeof *lines, FIRST_LINES);
    if (lines == NULL) {
        l->failed = true;
        return NULL;
    }
    l->lines = lines;
    be_line *line = &lines[l->line_count++];
    *line = (be_line){
        .month = entry->month,
        .quantity = entry->quantity,
        .price = entry->price,
        .per = entry->per,
        .amount = entry->amount,
        .source = entry->source,
    };
    return line;
}

be_line *ledger_post(ledger *l, ledger_account account, const ledger_entry *entry)
{
    be_bill_month *month = &l->bill->month[entry->month];
    be_amount *part = account == LEDGER_PURCHASE ? &month->purchases : &month->usage;
    *part = amount_add(*part, entry->amount);
    month->total = amount_add(month->total, entry->amount);
    l->bill->total = amount_add(l->bill->total, entry->amount);
    if (account == LEDGER_PURCHASE)
        l->bill->purchased = amount_add(l->bill->purchased, entry->amount);
    return l->recording ? record(l, entry) : NULL;
}

static void say(ledger *l, message_list *list, be_message message)
{
    if (l->recording && !message_list_add(list, l->work, message))
        l->failed = true;
}

void ledger_reason(ledger *l, be_message message)
{
    say(l, &l->reasons, message);
}

void ledger_warn(ledger *l, be_message message)
{
    say(l, &l->warnings, message);
}

static void add_tax(be_bill *bill, be_ratio rate)
{
    for (int t = 0; t < bill->horizon.months; t++) {
        bill->month[t].tax = be_amount_scale(bill->month[t].total, rate);
        bill->tax = be_amount_add(bill->tax, bill->month[t].tax);
    }
}

/* A list as it stays: no larger than it is, NULL where it is empty. */
static void *kept(ledger *l, const void *items, size_t count, size_t size)
{
    void *copy = count == 0 ? NULL : be_arena_alloc(l->arena, count, size);
    if (copy != NULL)
        memcpy(copy, items, count * size);
    l->failed = l->failed || (count > 0 && copy == NULL);
    return copy;
}

bool ledger_close(ledger *l, be_ratio tax)
{
    if (tax != 0)
        add_tax(l->bill, tax);
    l->bill->lines = kept(l, l->lines, l->line_count, sizeof *l->lines);
    l->bill->line_count = l->line_count;
    l->bill->reasons = kept(l, l->reasons.items, l->reasons.count, sizeof *l->reasons.items);
    l->bill->reason_count = l->reasons.count;
    l->bill->warnings = kept(l, l->warnings.items, l->warnings.count, sizeof *l->warnings.items);
    l->bill->warning_count = l->warnings.count;
    return !l->failed;
}

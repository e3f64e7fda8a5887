#include "cli/product_command.h"

#include "cli/complain.h"
#include "cli/prices.h"

status product_command(const invocation *call,
                       status (*find)(const invocation *call, const be_product *product,
                                      be_arena *arena))
{
    catalog *prices = prices_open(call->globals);
    if (prices == NULL)
        return STATUS_DATA;
    const be_product *product = prices_product(prices, call->operands[0]);
    be_arena *arena = be_arena_create();
    status result = product == NULL ? STATUS_DATA
                    : arena == NULL ? complain_memory()
                                    : find(call, product, arena);
    be_arena_destroy(arena);
    catalog_destroy(prices);
    return result;
}

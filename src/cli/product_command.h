/*
 * What commands about one product have in common.
 */
#ifndef BREAKEVEN_CLI_PRODUCT_COMMAND_H
#define BREAKEVEN_CLI_PRODUCT_COMMAND_H

#include <breakeven/arena.h>
#include <breakeven/catalog.h>

#include "cli/command.h"

/*
 * Opens the catalogue, finds the product that the first operand names, and has `find` answer
 * with an arena of its own.
 */
status product_command(const invocation *call,
                       status (*find)(const invocation *call, const be_product *product,
                                      be_arena *arena));

#endif

/*
 * The price catalogue that the command line chose.
 */
#ifndef BREAKEVEN_CLI_PRICES_H
#define BREAKEVEN_CLI_PRICES_H

#include <breakeven/catalog.h>

#include "catalog/catalog_load.h"
#include "cli/command.h"

/*
 * The catalogues of --catalog; without any, the built-in ones under the user's own prices in
 * $XDG_CONFIG_HOME/breakeven/prices.cfg (or ~/.config/...), if there are any. NULL after an error;
 * what there is to say is in `found`. The caller destroys it.
 */
catalog *prices_load(const globals *chosen, problems *found);

/* The same for commands that can do nothing without: says what is wrong on standard error. */
catalog *prices_open(const globals *chosen);

/* Opens the catalogue for a command, hands it to `use`, and closes it. */
status prices_with(const invocation *call,
                   status (*use)(const invocation *call, const catalog *prices));

/* The product called `key`; NULL after a complaint, with a suggestion when one is near. */
const be_product *prices_product(const catalog *prices, const char *key);

#endif

/*
 * Where the user's own files are: the XDG base directories.
 */
#ifndef BREAKEVEN_CLI_PLACES_H
#define BREAKEVEN_CLI_PLACES_H

/*
 * Each path is for the caller to free; NULL when there is no home or no memory. Nothing is looked
 * up on the disk.
 */

/* $XDG_CONFIG_HOME/breakeven/prices.cfg, or below ~/.config: prices the user entered. */
char *places_prices(void);

/* $XDG_STATE_HOME/breakeven, or below ~/.local/state: what the program keeps for the user. */
char *places_state(void);

#endif

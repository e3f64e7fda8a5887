/*
 * The path of a setting, as messages name it: products[0].payg.bands[1].price
 */
#ifndef BREAKEVEN_CONFIG_READER_PATH_H
#define BREAKEVEN_CONFIG_READER_PATH_H

#include <libconfig.h>

#include "config/reader.h"

/* Writes the path of `setting`, or of `key` in it when one is given; "" for the root. */
void reader_path(const config_setting_t *setting, const char *key, char out[READER_PATH]);

#endif

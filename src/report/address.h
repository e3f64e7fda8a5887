/*
 * Addresses of web pages in a text: what renderers make links of.
 */
#ifndef BREAKEVEN_REPORT_ADDRESS_H
#define BREAKEVEN_REPORT_ADDRESS_H

#include <stddef.h>

/*
 * The length of the address that `text` begins with, 0 where it begins with none. What ends a
 * sentence is no part of the address before it.
 */
size_t address_length(const char *text);

#endif

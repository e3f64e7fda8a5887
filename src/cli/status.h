/*
 * Exit statuses, as programs that call this one rely on them.
 */
#ifndef BREAKEVEN_CLI_STATUS_H
#define BREAKEVEN_CLI_STATUS_H

typedef enum status {
    STATUS_DONE = 0,
    STATUS_DATA = 1,         /* a bad file, an unknown product, output that cannot be written */
    STATUS_USAGE = 2,        /* the command line is wrong */
    STATUS_CANNOT_CARRY = 3, /* done, but no option can carry the load */
    STATUS_OVER_BUDGET = 4   /* done, but over the budget */
} status;

#endif

#include "config/grouped.h"

#include <breakeven/message.h>

const char *grouped(be_quantity quantity, char out[GROUPED_TEXT])
{
    be_arg argument = be_arg_quantity(quantity);
    be_arg_format(&argument, NULL, out, GROUPED_TEXT);
    return out;
}

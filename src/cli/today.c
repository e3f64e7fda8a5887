#include "cli/today.h"

#include <errno.h>
#include <stdlib.h>
#include <time.h>

#include "cli/complain.h"
#include "language/language.h"

/* Seconds since 1970 of the environment's choice. */
static bool read_epoch(const char *text, time_t *out)
{
    char *end;
    errno = 0;
    long long seconds = strtoll(text, &end, 10);
    *out = (time_t)seconds;
    return errno == 0 && end != text && *end == '\0' && seconds >= 0;
}

bool today_read(be_date *out)
{
    struct tm parts;
    time_t now = time(NULL);
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    bool fixed = epoch != NULL && epoch[0] != '\0';
    if (fixed && !read_epoch(epoch, &now)) {
        complain(STATUS_USAGE, tr("SOURCE_DATE_EPOCH: \"%s\" is not a number of seconds"), epoch);
        return false;
    }
    if ((fixed ? gmtime_r(&now, &parts) : localtime_r(&now, &parts)) == NULL ||
        parts.tm_year + 1900 > BE_YEAR_MAX) {
        complain(STATUS_USAGE, tr("today's date is out of range"));
        return false;
    }
    *out = (be_date){parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday};
    return true;
}

be_month today_next_month(be_date date)
{
    return be_month_of(date.year, date.month) + 1;
}

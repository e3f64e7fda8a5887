#include "tui/model/file_claim.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

file_claim file_claim_none(void)
{
    return (file_claim){.fd = -1};
}

void file_claim_drop(file_claim *claim)
{
    if (claim->fd >= 0)
        close(claim->fd);
    *claim = file_claim_none();
}

/* A lock of fcntl would be lost whenever the file is read. */
void file_claim_take(file_claim *claim, const char *path)
{
    file_claim_drop(claim);
    claim->fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (claim->fd < 0 || flock(claim->fd, LOCK_EX | LOCK_NB) == 0)
        return;
    bool is_others = errno == EWOULDBLOCK;
    file_claim_drop(claim);
    claim->is_others = is_others;
}

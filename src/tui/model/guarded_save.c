#include "tui/model/guarded_save.h"

#include "config/atomic_file.h"

typedef struct sight {
    file_print seen, found;
    bool is_other;
} sight;

static bool holds_what_was_seen(void *context, const char *path)
{
    sight *of = context;
    of->found = file_print_of(path);
    of->is_other = of->found.is_there && !file_print_equal(of->found, of->seen);
    return !of->is_other;
}

save_outcome guarded_save(const char *path, const char *bytes, size_t size, file_print *seen,
                          problems *found)
{
    sight of = {.seen = *seen};
    if (atomic_file_write_if(path, bytes, size, holds_what_was_seen, &of, found)) {
        *seen = file_print_of_bytes(bytes, size);
        return SAVE_DONE;
    }
    if (!of.is_other)
        return SAVE_FAILED;
    *seen = of.found;
    return SAVE_REFUSED;
}

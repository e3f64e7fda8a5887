#ifndef BREAKEVEN_SUPPORT_SANDBOX_H
#define BREAKEVEN_SUPPORT_SANDBOX_H

/*
 * A private home directory for one test: a fresh folder below TMPDIR (or /tmp), removed with
 * everything in it by sandbox_destroy. Programs under test get it as HOME and as the root of the
 * XDG directories (config/, state/, data/, cache/), and start in it.
 *
 * Two runs of a program may share one sandbox, to see what the second finds of the first.
 */
typedef struct sandbox sandbox;

/* NULL when no folder could be made; errno says why. */
sandbox *sandbox_create(void);
void sandbox_destroy(sandbox *s);

/* The absolute path of the folder. Borrowed. */
const char *sandbox_root(const sandbox *s);

/* The absolute path of `relative` in it, whether it exists or not. The caller frees it. */
char *sandbox_path(const sandbox *s, const char *relative);

/* Writes a file, making the folders above it: ("config/breakeven/prices.cfg", "..."). 0, or -1 with
 * errno. */
int sandbox_write(const sandbox *s, const char *relative, const char *text);

/* What a file holds; NULL with errno when it cannot be read. The caller frees it. */
char *sandbox_read(const sandbox *s, const char *relative);

#endif

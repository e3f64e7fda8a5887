#include "terminal/script.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef const char *script_action(tty *t, const char *argument);

static const char timeout_text[] = "it did not happen in time";

static const char *step_text(tty *t, const char *argument)
{
    tty_type(t, argument);
    return NULL;
}

static const char *step_key(tty *t, const char *argument)
{
    enum { LONGEST_NAME = 32, MOST_TIMES = 1000 };
    char name[LONGEST_NAME] = "";
    const size_t length = strcspn(argument, "*");
    const long times = argument[length] == '*' ? strtol(argument + length + 1, NULL, 10) : 1;
    tty_key_code key;
    if (length >= sizeof name || times < 1 || times > MOST_TIMES)
        return "expected a key's name, or NAME*TIMES";
    memcpy(name, argument, length);
    if (!tty_key_named(name, &key))
        return "there is no key of that name";
    for (long i = 0; i < times; i++)
        tty_key(t, key);
    return NULL;
}

static const char *step_ctrl(tty *t, const char *argument)
{
    if (strlen(argument) != 1)
        return "expected one letter";
    tty_ctrl(t, argument[0]);
    return NULL;
}

static const char *step_alt(tty *t, const char *argument)
{
    if (strlen(argument) != 1)
        return "expected one letter";
    tty_alt(t, argument[0]);
    return NULL;
}

static const char *step_wait(tty *t, const char *argument)
{
    return tty_await_text(t, argument) ? NULL : timeout_text;
}

static const char *step_gone(tty *t, const char *argument)
{
    return tty_await_gone(t, argument) ? NULL : timeout_text;
}

static const char *step_idle(tty *t, const char *argument)
{
    (void)argument;
    return tty_await_idle(t) ? NULL : timeout_text;
}

static const char *step_rest(tty *t, const char *argument)
{
    (void)argument;
    return tty_await_rest(t) ? NULL : timeout_text;
}

static const char *step_resize(tty *t, const char *argument)
{
    int cols, rows;
    if (!script_size(argument, &cols, &rows))
        return "expected COLUMNSxROWS";
    tty_resize(t, cols, rows);
    return NULL;
}

bool script_size(const char *text, int *cols, int *rows)
{
    enum { MOST = 1000 };
    char rest;
    return sscanf(text, "%4dx%4d%c", cols, rows, &rest) == 2 && *cols >= 1 && *cols <= MOST &&
           *rows >= 1 && *rows <= MOST;
}

const char *script_step(tty *t, const char *word)
{
    static const struct {
        const char *name;
        script_action *action;
    } actions[] = {
        {"text", step_text}, {"key", step_key},       {"ctrl", step_ctrl},
        {"alt", step_alt},   {"wait", step_wait},     {"gone", step_gone},
        {"idle", step_idle}, {"resize", step_resize}, {"rest", step_rest},
    };
    const size_t length = strcspn(word, ":");
    const char *argument = word[length] == ':' ? word + length + 1 : "";
    for (size_t i = 0; i < sizeof actions / sizeof actions[0]; i++) {
        if (strlen(actions[i].name) == length && strncmp(actions[i].name, word, length) == 0)
            return actions[i].action(t, argument);
    }
    return "unknown word";
}

/* The planner killed while its user types: nothing that was on the screen is lost. */
#include "engine/random.h"
#include "planner/planner_test.h"

#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

enum { KILLS = 200, ITEMS = 3, KEYS_MOST = 9, LABEL_ROW = 6, PAUSE_MOST_US = 1500, TEXT = 256 };

static const char plan[] = "format = 1;\n"
                           "name = \"Kill\";\n"
                           "start = \"2026-12\";\n"
                           "months = 12;\n"
                           "items = (\n"
                           "  { product = \"alibaba/aitryon\"; volume = \"11\"; },\n"
                           "  { product = \"alibaba/aitryon-plus\"; volume = \"22\"; },\n"
                           "  { product = \"alibaba/aitryon-refiner\"; volume = \"33\"; }\n"
                           ");\n";

static const char *const named[] = {BREAKEVEN, "plan.cfg", NULL};
static const char *const unnamed[] = {BREAKEVEN, NULL};

static tty *start(const sandbox *home, const char *const *argv)
{
    return tty_start(&(tty_options){.argv = argv, .environment = planner_utf8, .home = home});
}

/* The value that stands behind "Volume/month", be it shown or being typed, without commas. */
static void read_volume(tty *t, char out[TEXT])
{
    static const char label[] = "Volume/month";
    const char *at = strstr(tty_row(t, LABEL_ROW), label);
    size_t length = 0;
    out[0] = '\0';
    if (at == NULL)
        return;
    at += strlen(label);
    while (*at == ' ')
        at++;
    for (; *at != '\0' && *at != ' ' && length + 1 < TEXT; at++) {
        if (*at != ',')
            out[length++] = *at;
    }
    out[length] = '\0';
    /* A dash, or, while nothing is typed, the label of the next field. */
    if ((unsigned char)out[0] >= 0x80 || strncmp(out, "Growth", 6) == 0)
        out[0] = '\0';
}

/* What the field may show, in the order in which the keys lead to it. */
typedef struct course {
    char shown[KEYS_MOST + 2][TEXT];
    int count;
} course;

static void pause_a_while(random_source *random)
{
    const struct timespec time = {.tv_nsec = 1000 * random_between(random, 0, PAUSE_MOST_US)};
    nanosleep(&time, NULL);
}

/* Types a number, now and then a wrong one, and is killed at some moment. */
static void type_and_kill(tty *t, random_source *random, course *c)
{
    const int keys = (int)random_between(random, 0, KEYS_MOST);
    const int last = (int)random_between(random, 0, keys);
    char typed[TEXT] = "";
    tty_ctrl(t, 'u');
    c->shown[c->count++][0] = '\0';
    for (int i = 0; i < keys; i++) {
        const char digit =
            random_chance(random, 10) ? 'x' : (char)('1' + random_between(random, 0, 8));
        const char key[] = {digit, '\0'};
        tty_type(t, key);
        strcat(typed, key);
        strcpy(c->shown[c->count++], typed);
        if (random_chance(random, 50)) {
            tty_signal(t, 0); /* sends what is queued */
            pause_a_while(random);
        }
        if (i == last)
            tty_signal(t, SIGKILL);
    }
    tty_signal(t, SIGKILL);
    assert_int_equal(tty_wait_exit(t), 128 + SIGKILL);
}

/* Where in the course a text is shown for the first time, and for the last; -1 for never. */
static int first_place(const course *c, const char *shown)
{
    for (int i = 0; i < c->count; i++) {
        if (strcmp(c->shown[i], shown) == 0)
            return i;
    }
    return -1;
}

static int last_place(const course *c, const char *shown)
{
    int found = -1;
    for (int i = 0; i < c->count; i++)
        found = strcmp(c->shown[i], shown) == 0 ? i : found;
    return found;
}

static void choose_item(tty *t, int item)
{
    for (int i = 0; i < 2; i++) { /* out of the field that may be reopened, to the list */
        tty_key(t, TTY_ESCAPE);
        tty_wait_idle(t);
    }
    tty_key(t, TTY_HOME);
    for (int i = 0; i < item; i++)
        tty_key(t, TTY_DOWN);
    tty_key(t, TTY_ENTER);
    tty_wait_row(t, -1, "next field");
}

static void loses_nothing_that_was_shown(void **state)
{
    (void)state;
    random_source random = random_start("planner/kill");
    sandbox *home = sandbox_create();
    assert_non_null(home);
    assert_int_equal(sandbox_write(home, "plan.cfg", plan), 0);
    char values[ITEMS][TEXT] = {"11", "22", "33"}, shown[TEXT], reopened[TEXT];
    int behind = 0;
    tty *t = start(home, named);
    tty_wait_row(t, 0, "Kill");
    for (int i = 0; i < KILLS; i++) {
        const int item = (int)random_between(&random, 0, ITEMS - 1);
        course c = {.count = 0};
        choose_item(t, item);
        read_volume(t, shown);
        assert_string_equal(shown, values[item]);
        strcpy(c.shown[c.count++], values[item]);
        type_and_kill(t, &random, &c);
        read_volume(t, shown);
        /* Without a name there is something to reopen only where something is unsaved. */
        const bool unsaved = strchr(tty_row(t, 0), '*') != NULL;
        tty_finish(t);

        t = start(home, unsaved && random_chance(&random, 50) ? unnamed : named);
        tty_wait_row(t, 0, "Kill");
        read_volume(t, reopened);
        const int before = first_place(&c, shown), after = last_place(&c, reopened);
        if (after < before || before < 0)
            fail_msg("kill %d: \"%s\" was shown, \"%s\" was reopened", i, shown, reopened);
        behind += after > before;
        strcpy(values[item], reopened);
        /* What had no meaning is dropped by Esc; then the value before it holds. */
        values[item][strcspn(values[item], "x")] = '\0';
    }
    print_message("%d kills; %d times more was kept than had been shown\n", KILLS, behind);
    tty_finish(t);
    sandbox_destroy(home);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(loses_nothing_that_was_shown, tty_teardown)};
    return cmocka_run_group_tests_name("planner/kill", tests, NULL, NULL);
}

/*
 * Every screen held to its picture in text: golden/SCREEN.SIZE.LANGUAGE.CHARACTERS.txt.
 *
 *     script/golden    takes the pictures anew
 *
 * The one argument names the edition: en.utf8, zh.utf8 or en.ascii. With BREAKEVEN_UPDATE_GOLDEN
 * set, pictures are written, not compared. Frames have to be straight in either case.
 */
#include "planner/frames.h"
#include "planner/planner_test.h"
#include "support/buffer.h"
#include "support/golden.h"
#include "terminal/script.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

enum { MOST_WORDS = 8, PATH = 512 };

static const char plan[] =
    "format = 1;\n"
    "name = \"Face check-in rollout 人脸签到\";\n"
    "start = \"2026-12\";\n"
    "months = 6;\n"
    "exchange = { to = \"CNY\"; date = \"2026-11-20\";\n"
    "  rates = ( { currency = \"USD\"; rate = \"7.12\"; } ); };\n"
    "items = (\n"
    "  { product = \"alibaba/aitryon-refiner\"; volume = \"200\"; },\n"
    "  { product = \"tencent-cn/face-compare\"; volume = \"3,500,000\"; concurrency = \"4\";\n"
    "    response_time = \"500 ms\"; },\n"
    "  { product = \"tencent/image-style-transfer\"; volume = \"9,000\"; growth = \"6%\";\n"
    "    postpaid = true; },\n"
    "  { product = \"viapi/compare-face\"; volume = \"30,000\"; }\n"
    ");\n";

typedef struct edition {
    const char *name;
    const char *language;
    const char *const *environment;
} edition;

static const edition editions[] = {
    {"en.utf8", "en", planner_utf8},
    {"zh.utf8", "zh", planner_utf8},
    {"en.ascii", "en", planner_ascii},
};

typedef struct picture {
    const char *name;
    const char *argument;          /* NULL: what somebody meets who has never run it */
    const char *words[MOST_WORDS]; /* script.h */
    bool overlaps;                 /* other frames are partly covered */
    bool once;                     /* looks the same at every size */
} picture;

/* Work is done before something covers it, so that what can be seen of it does not vary. */
static const picture pictures[] = {
    {.name = "first-run"},
    {.name = "empty", .argument = "--new"},
    {.name = "plan", .argument = "plan.cfg"},
    {.name = "form", .argument = "plan.cfg", .words = {"key:tab"}},
    {.name = "typing", .argument = "plan.cfg", .words = {"key:tab", "key:enter", "text:12x"}},
    {.name = "fields", .argument = "plan.cfg", .words = {"key:tab", "text:m"}},
    {.name = "options", .argument = "plan.cfg", .words = {"text:j", "key:tab*2"}},
    {.name = "picker", .argument = "plan.cfg", .words = {"text:a", "idle", "text:image"}},
    {.name = "explain", .argument = "plan.cfg", .words = {"text:e"}},
    {.name = "chart", .argument = "plan.cfg", .words = {"text:jc"}},
    {.name = "timeline", .argument = "plan.cfg", .words = {"text:jjt", "idle", "text:]]]"}},
    {.name = "portfolio", .argument = "plan.cfg", .words = {"text:p", "idle", "text:j"}},
    {.name = "present", .argument = "plan.cfg", .words = {"text:v", "idle", "key:right"}},
    {.name = "present-plan", .argument = "plan.cfg", .words = {"text:v", "idle", "key:end"}},
    {.name = "diff", .argument = "plan.cfg", .words = {"text:+D"}},
    {.name = "prices",
     .argument = "plan.cfg",
     .words = {"text:G", "rest", "text:$"},
     .overlaps = true},
    {.name = "help", .argument = "plan.cfg", .words = {"text:?"}},
    {.name = "export", .argument = "plan.cfg", .words = {"rest", "text:x"}, .overlaps = true},
    {.name = "prompt", .argument = "plan.cfg", .words = {"rest", "text:r"}, .overlaps = true},
    {.name = "confirm",
     .argument = "plan.cfg",
     .words = {"text:+", "rest", "text:q"},
     .overlaps = true},
    {.name = "too-small", .argument = "plan.cfg", .words = {"resize:60x12"}, .once = true},
};

enum { PICTURES = sizeof pictures / sizeof *pictures };

static const edition *taken;

static int make_home(void **state)
{
    (void)state;
    return planner_home_make("plan.cfg", plan);
}

static bool has_straight_frames(const picture *p, const snapshot *screen)
{
    const frames_found found = frames_find(screen);
    if (taken->environment == planner_ascii || (!found.is_crooked && !p->overlaps) ||
        (p->overlaps && found.count > 0))
        return true;
    print_error("%s, %d x %d: the frame at row %d, column %d is not straight\n", p->name,
                screen->cols, screen->rows, found.row, found.col);
    return false;
}

/* -- taking ------------------------------------------------------------------------------------ */

static tty *open_screen(const picture *p, planner_size size)
{
    const char *const argv[] = {BREAKEVEN, "--lang", taken->language, p->argument, NULL};
    tty *t = planner_start_with(argv, size.cols, size.rows, taken->environment);
    tty_wait_row(t, 0, "breakeven");
    for (size_t i = 0; i < MOST_WORDS && p->words[i] != NULL; i++) {
        const char *problem = script_step(t, p->words[i]);
        if (problem != NULL)
            fail_msg("%s: %s: %s", p->name, p->words[i], problem);
    }
    if (!tty_await_rest(t))
        fail_msg("%s does not come to rest", p->name);
    return t;
}

static bool is_golden(const picture *p, planner_size size)
{
    char path[PATH];
    buffer text = {0};
    tty *t = open_screen(p, size);
    const snapshot *screen = tty_snapshot(t);
    snprintf(path, sizeof path, GOLDEN "/%s.%dx%d.%s.txt", p->name, size.cols, size.rows,
             taken->name);
    buffer_append_text(&text, screen->text);
    buffer_append_text(&text, "\n");
    const bool same = golden_holds(path, buffer_text(&text));
    const bool straight = has_straight_frames(p, screen);
    buffer_free(&text);
    tty_finish(t);
    return same && straight;
}

static void is_as_its_pictures(void **state)
{
    const picture *p = *state;
    bool all = true;
    for (size_t i = 0; i < (p->once ? 1 : PLANNER_SIZES); i++)
        all = is_golden(p, planner_sizes[i]) && all;
    assert_true(all);
}

static const edition *find_edition(const char *name)
{
    for (size_t i = 0; i < sizeof editions / sizeof *editions; i++) {
        if (strcmp(editions[i].name, name) == 0)
            return &editions[i];
    }
    return NULL;
}

int main(int argc, char **argv)
{
    struct CMUnitTest tests[PICTURES];
    taken = argc == 2 ? find_edition(argv[1]) : NULL;
    if (taken == NULL) {
        fputs("usage: test_planner_golden en.utf8|zh.utf8|en.ascii\n", stderr);
        return EXIT_FAILURE;
    }
    for (size_t i = 0; i < PICTURES; i++) {
        tests[i] = (struct CMUnitTest){.name = pictures[i].name,
                                       .test_func = is_as_its_pictures,
                                       .setup_func = make_home,
                                       .teardown_func = planner_home_drop,
                                       .initial_state = (void *)(uintptr_t)&pictures[i]};
    }
    return cmocka_run_group_tests_name("planner/golden", tests, NULL, NULL);
}

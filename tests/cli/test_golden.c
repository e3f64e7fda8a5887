/*
 * Every command held to what it printed when it was looked over: golden/CASE.LANGUAGE.EXTENSION.
 *
 *     script/golden    takes the files anew
 *
 * The cases are the vendors' worked examples and a plan for each thing that a report can tell. The
 * one argument is the language, "en" or "zh".
 */
#include "cli_test.h"

#include <stdio.h>
#include <string.h>

#include "support/golden.h"

enum { MOST_WORDS = 20, PATH = 512, NOTHING_CARRIES = 3 };

typedef struct golden_format {
    const char *name, *extension;
    bool readers; /* looks different in each language */
    bool large;   /* only of cases that are shown in full */
} golden_format;

static const golden_format formats[] = {
    {"table", "txt", true, false},   {"json", "json", false, false}, {"csv", "csv", false, false},
    {"markdown", "md", true, false}, {"html", "html", true, true},
};

enum { FORMATS = sizeof formats / sizeof *formats };

typedef struct golden_case {
    const char *name; /* begins with the command's */
    const char *words[MOST_WORDS];
    bool in_full; /* in all formats and languages */
    bool slow;    /* in one format and language alone */
    int status;
} golden_case;

#define FACE_COMPARE   "tencent-cn/face-compare"
#define STYLE_TRANSFER "tencent/image-style-transfer"
#define REFINER        "alibaba/aitryon-refiner"

static const golden_case cases[] = {
    {.name = "products-face", .words = {"products", "face"}, .in_full = true},
    {.name = "products-none", .words = {"products", "nothing-like-it"}},
    {.name = "rate-refiner",
     .words = {"rate", REFINER, "25", "26", "125", "200", "25001"},
     .in_full = true},
    {.name = "rate-tokens",
     .words = {"rate", "alibaba/qwen-plus", "100k", "--per-request", "input 2000, output 500"}},
    {.name = "rate-on-request",
     .words = {"rate", "tencent-cn/ocr-bank-card", "900,000", "1,000,001"}},
    {.name = "compare-refiner",
     .words = {"compare", REFINER, "--volume", "200", "--free-left", "0"}},
    {.name = "compare-packages",
     .words = {"compare", STYLE_TRANSFER, "--volume", "2,500", "--months", "12", "--free-left",
               "0"}},
    {.name = "compare-volume-tiers",
     .words = {"compare", STYLE_TRANSFER, "--volume", "200,000", "--free-left", "0", "--postpaid",
               "on"}},
    {.name = "compare-band-after-free",
     .words = {"compare", STYLE_TRANSFER, "--volume", "10000", "--free-left", "50", "--postpaid",
               "on"}},
    {.name = "compare-face-landmarks",
     .words = {"compare", "tencent-cn/face-landmarks", "--volume", "1M"}},
    {.name = "compare-face-month", .words = {"compare", FACE_COMPARE, "--volume", "3.5M"}},
    {.name = "compare-bank-card",
     .words = {"compare", "tencent-cn/ocr-bank-card", "--volume", "900,000", "--postpaid", "on"}},
    {.name = "compare-own-plan",
     .words = {"compare", FACE_COMPARE, "--volume", "1000", "--months", "2", "--buy",
               "qps 1 for 1 month", "--buy", "qps 1 for 5 days @2027-01", "--explain"}},
    {.name = "compare-face-year",
     .words = {"compare", FACE_COMPARE, "--volume", "3,500,000", "--months", "12", "--concurrency",
               "4", "--response-time", "500ms"},
     .slow = true},
    {.name = "compare-face-quarter",
     .words = {"compare", FACE_COMPARE, "--volume", "3,500,000", "--months", "3", "--concurrency",
               "4", "--response-time", "500ms"},
     .in_full = true},
    {.name = "compare-limits",
     .words = {"compare", "viapi/compare-face", "--months", "3", "--volume", "1000", "--buy",
               "qps 10", "--owned", "100k until 2027-01", "--by-month"}},
    {.name = "compare-not-carried",
     .words = {"compare", "viapi/compare-face", "--volume", "1000", "--qps", "1,000,000"},
     .status = NOTHING_CARRIES},
    {.name = "compare-low-high",
     .words = {"compare", STYLE_TRANSFER, "--volume", "8000", "--low", "2000", "--high", "9000",
               "--postpaid", "on", "--tax", "6%", "--discount", "10%", "--budget", "1,000"}},
    {.name = "compare-uncertain",
     .words = {"compare", STYLE_TRANSFER, "--volume", "7k", "--months", "6", "--postpaid", "on",
               "--spread", "50%"}},
    {.name = "curve-face",
     .words = {"curve", FACE_COMPARE, "--to", "1M", "--concurrency", "4", "--response-time",
               "500ms"},
     .in_full = true},
    {.name = "curve-refiner", .words = {"curve", REFINER, "--from", "1", "--to", "300"}},
    {.name = "afford-style",
     .words = {"afford", STYLE_TRANSFER, "--budget", "1,000", "--months", "3", "--postpaid", "on"},
     .in_full = true},
    {.name = "afford-face-year",
     .words = {"afford", FACE_COMPARE, "--budget", "2,240", "--per", "month", "--months", "3",
               "--qps", "8"}},
    {.name = "quote-rollout", .words = {"quote", "plans/rollout.cfg"}, .in_full = true},
    {.name = "quote-points", .words = {"quote", "plans/points.cfg", "--catalog", "acme.cfg"}},
    {.name = "quote-uncertain", .words = {"quote", "plans/uncertain.cfg"}},
    {.name = "quote-empty", .words = {"quote", "plans/empty.cfg"}},
    {.name = "diff-rollout",
     .words = {"diff", "plans/rollout.cfg", "plans/rollout-slower.cfg"},
     .in_full = true},
    {.name = "diff-same",
     .words = {"diff", "plans/points.cfg", "plans/points.cfg", "--catalog", "acme.cfg"}},
    {.name = "check-broken", .words = {"check", "plans/broken.cfg"}, .in_full = true, .status = 1},
    {.name = "products-hostile",
     .words = {"products", "acme/", "--catalog", "hostile.cfg"},
     .in_full = true},
    {.name = "quote-hostile",
     .words = {"quote", "plans/hostile.cfg", "--catalog", "hostile.cfg"},
     .in_full = true},
    {.name = "check-built-in", .words = {"check"}},
};

enum { CASES = sizeof cases / sizeof *cases };

static const char *language;

static run_result answer(const golden_case *one, const char *format)
{
    const char *words[MOST_WORDS + 4];
    size_t count = 0;
    for (; count < MOST_WORDS && one->words[count] != NULL; count++)
        words[count] = one->words[count];
    words[count++] = "--format";
    words[count++] = format;
    words[count++] = "--lang";
    words[count++] = language;
    words[count] = NULL;
    return cli_run_list(words, &(run_options){.directory = CLI_FOLDER});
}

static bool is_golden(const golden_case *one, const golden_format *format)
{
    char path[PATH];
    run_result r = answer(one, format->name);
    snprintf(path, sizeof path, "%s/golden/%s.%s.%s", CLI_FOLDER, one->name, language,
             format->extension);
    bool same = golden_holds(path, r.out);
    if (r.status != one->status)
        print_error("%s, %s: status %d: %s\n", one->name, format->name, r.status, r.err);
    same = same && r.status == one->status;
    run_result_free(&r);
    return same;
}

static bool is_taken(const golden_case *one, const golden_format *format)
{
    bool english = strcmp(language, "en") == 0;
    if (one->slow)
        return english && format == formats;
    return one->in_full || (!format->large && (english || format->readers));
}

static void is_as_it_was(void **state)
{
    const golden_case *one = *state;
    bool all = true;
    for (size_t i = 0; i < FORMATS; i++) {
        if (is_taken(one, &formats[i]))
            all = is_golden(one, &formats[i]) && all;
    }
    assert_true(all);
}

int main(int argc, char **argv)
{
    struct CMUnitTest tests[CASES];
    if (argc != 2) {
        fputs("usage: cli_test_golden en|zh\n", stderr);
        return EXIT_FAILURE;
    }
    language = argv[1];
    for (size_t i = 0; i < CASES; i++) {
        tests[i] = (struct CMUnitTest){.name = cases[i].name,
                                       .test_func = is_as_it_was,
                                       .initial_state = (void *)(uintptr_t)&cases[i]};
    }
    return cmocka_run_group_tests_name("cli golden", tests, NULL, NULL);
}

/*
 * Runs a program in an emulated terminal, works it as a script says, and saves what it shows as
 * SVG.
 *
 *     shoot PROGRAM OUT.svg COLSxROWS [OPTION]... [WORD]...
 *
 * The words are those of script.h. Exit status: 0 done, 1 the script failed (the screen is
 * printed), 2 the command line is wrong.
 */
#include "terminal/screen_svg.h"
#include "terminal/script.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum { DONE, FAILED, MISUSED };
enum { MOST_ENTRIES = 32, LANGUAGE_ENTRIES = 4, LONGEST_ENTRY = 64 };

static const char usage[] =
    "usage: shoot PROGRAM OUT.svg COLSxROWS [OPTION]... [WORD]...\n"
    "  --arg TEXT     an argument for the program (repeatable)\n"
    "  --env K=V      a variable for the program (repeatable)\n"
    "  --lang LOCALE  its language, for instance zh_CN.UTF-8\n"
    "  --dir FOLDER   where it starts\n"
    "  --title TEXT   the title of the window\n"
    "  --light        a light window\n"
    "  --no-cursor    do not draw the cursor\n"
    "  --no-marks     the program writes no idle marks\n"
    "words: text:ABC key:NAME[*N] ctrl:X alt:X wait:ABC gone:ABC idle rest resize:COLSxROWS\n";

typedef struct job {
    const char *out;
    const char *argv[MOST_ENTRIES + 2];
    const char *environment[MOST_ENTRIES + LANGUAGE_ENTRIES + 1];
    char language[2][LONGEST_ENTRY];
    size_t arguments, entries;
    tty_options options;
    screen_svg_options picture;
} job;

/* The locale itself need not be installed: characters stay C.UTF-8, only the messages change. */
static bool set_language(job *j, const char *locale)
{
    static const char *const names[] = {"LANG", "LC_MESSAGES"};
    for (size_t i = 0; i < 2; i++) {
        const int length = snprintf(j->language[i], LONGEST_ENTRY, "%s=%s", names[i], locale);
        if (length < 0 || length >= LONGEST_ENTRY)
            return false;
    }
    const char *const entries[LANGUAGE_ENTRIES] = {"LC_ALL", "LC_CTYPE=C.UTF-8", j->language[0],
                                                   j->language[1]};
    for (size_t i = 0; i < LANGUAGE_ENTRIES; i++)
        j->environment[j->entries++] = entries[i];
    return true;
}

static bool set_flag(job *j, const char *name)
{
    const struct {
        const char *name;
        bool *flag;
    } flags[] = {{"--light", &j->picture.light},
                 {"--no-cursor", &j->picture.hide_cursor},
                 {"--no-marks", &j->options.no_marks}};
    for (size_t i = 0; i < sizeof flags / sizeof flags[0]; i++) {
        if (strcmp(name, flags[i].name) == 0)
            return *flags[i].flag = true;
    }
    return false;
}

static bool set_option(job *j, const char *name, const char *value)
{
    if (strcmp(name, "--arg") == 0 && j->arguments <= MOST_ENTRIES)
        j->argv[j->arguments++] = value;
    else if (strcmp(name, "--env") == 0 && j->entries < MOST_ENTRIES)
        j->environment[j->entries++] = value;
    else if (strcmp(name, "--lang") == 0 && j->language[0][0] == '\0')
        return set_language(j, value);
    else if (strcmp(name, "--dir") == 0)
        j->options.directory = value;
    else if (strcmp(name, "--title") == 0)
        j->picture.title = value;
    else
        return false;
    return true;
}

/* Reads the command line; the index of the first word, or 0 when it is wrong. */
static int parse(job *j, int argc, char **argv)
{
    if (argc < 4 || !script_size(argv[3], &j->options.cols, &j->options.rows))
        return 0;
    j->argv[j->arguments++] = argv[1];
    j->out = argv[2];
    int next = 4;
    while (next < argc && strncmp(argv[next], "--", 2) == 0) {
        if (set_flag(j, argv[next]))
            next += 1;
        else if (next + 1 < argc && set_option(j, argv[next], argv[next + 1]))
            next += 2;
        else
            return 0;
    }
    j->options.argv = j->argv;
    j->options.environment = j->environment;
    return next;
}

static bool play(tty *t, char *const *words)
{
    for (; *words != NULL; words++) {
        const char *problem = script_step(t, *words);
        if (problem != NULL) {
            fprintf(stderr, "shoot: %s: %s\n%s", *words, problem, tty_screen_text(t));
            return false;
        }
    }
    return true;
}

static bool save(const job *j, const snapshot *screen)
{
    FILE *file = fopen(j->out, "w");
    bool written = file != NULL && screen_svg_write(file, screen, &j->picture) == 0;
    if (file != NULL && fclose(file) != 0)
        written = false;
    if (!written)
        fprintf(stderr, "shoot: cannot write %s: %s\n", j->out, strerror(errno));
    return written;
}

int main(int argc, char **argv)
{
    job j = {0};
    const int first_word = parse(&j, argc, argv);
    if (first_word == 0) {
        fputs(usage, stderr);
        return MISUSED;
    }
    tty *t = tty_open(&j.options);
    if (t == NULL) {
        fprintf(stderr, "shoot: cannot start %s: %s\n", argv[1], strerror(errno));
        return FAILED;
    }
    const bool done = play(t, argv + first_word) && save(&j, tty_snapshot(t));
    tty_close(t);
    return done ? DONE : FAILED;
}

#include "mutation/trial.h"

#include "mutation/file.h"
#include "support/buffer.h"
#include "support/run.h"

#include <stdlib.h>
#include <string.h>

static const char library_name[] = "mutant.so";

enum { CANNOT_COMPILE = -1 };

/* Writes the text into the folder and makes a library of it: the compiler's exit status. */
static int compile(const sandbox *folder, const char *file, const char *text)
{
    if (sandbox_write(folder, file, text) != 0)
        return CANNOT_COMPILE;
    /* -iquote: the engine's limits.h must not hide the one of the C library. */
    const char *const argv[] = {MUTATION_COMPILER,
                                "-std=c17",
                                "-O1",
                                "-w",
                                "-s",
                                "-fPIC",
                                "-shared",
                                "-fstack-protector-strong",
                                "-I" MUTATION_SOURCE_FOLDER "/include",
                                "-I" MUTATION_SOURCE_FOLDER "/src",
                                "-iquote" MUTATION_SOURCE_FOLDER "/src/engine",
                                "-o",
                                library_name,
                                file,
                                NULL};
    run_result r;
    if (run_capture(&r, &(run_options){.argv = argv, .home = folder}) != 0)
        return CANNOT_COMPILE;
    const int status = r.status;
    run_result_free(&r);
    return status;
}

/* The bytes of the library in the folder; NULL when it cannot be read. */
static char *read_library(const sandbox *folder, size_t *length)
{
    char *path = sandbox_path(folder, library_name);
    char *bytes = file_read(path, length);
    free(path);
    return bytes;
}

static char *stem_of(const char *file)
{
    buffer stem = {0};
    buffer_append(&stem, file, strcspn(file, "."));
    return buffer_take(&stem);
}

bool trial_ground_open(trial_ground *ground)
{
    sandbox *folder = sandbox_create();
    if (folder == NULL)
        return false;
    if (compile(folder, ground->file, ground->source) == 0)
        ground->original = read_library(folder, &ground->original_length);
    sandbox_destroy(folder);
    char *stem = stem_of(ground->file);
    suite_order(ground->suite, stem);
    free(stem);
    return ground->original != NULL;
}

void trial_ground_close(trial_ground *ground)
{
    free(ground->original);
    *ground = (trial_ground){0};
}

static bool is_original(const trial_ground *ground, const sandbox *folder)
{
    size_t length = 0;
    char *library = read_library(folder, &length);
    bool same = library != NULL && length == ground->original_length &&
                memcmp(library, ground->original, length) == 0;
    free(library);
    return same;
}

static trial_result judge(const trial_ground *ground, const sandbox *folder)
{
    static const trial_outcome outcomes[] = {[SUITE_PASSED] = TRIAL_SURVIVED,
                                             [SUITE_FAILED] = TRIAL_KILLED,
                                             [SUITE_TIMED_OUT] = TRIAL_ENDLESS,
                                             [SUITE_NOT_RUN] = TRIAL_BROKEN};
    char *library = sandbox_path(folder, library_name);
    const suite_verdict verdict = suite_judge(ground->suite, library, folder);
    free(library);
    return (trial_result){outcomes[verdict.outcome], verdict};
}

static trial_result try_in(const trial_ground *ground, const sandbox *folder, const mutant *m)
{
    char *text = mutant_apply(m, ground->source);
    const int status = compile(folder, ground->file, text);
    free(text);
    if (status != 0) /* a compiler says 1 of what is no C */
        return (trial_result){.outcome = status == 1 ? TRIAL_NOT_C : TRIAL_BROKEN};
    if (is_original(ground, folder))
        return (trial_result){.outcome = TRIAL_SAME};
    return judge(ground, folder);
}

trial_result trial_run(const trial_ground *ground, const mutant *m)
{
    sandbox *folder = sandbox_create();
    if (folder == NULL)
        return (trial_result){.outcome = TRIAL_BROKEN};
    const trial_result result = try_in(ground, folder, m);
    sandbox_destroy(folder);
    return result;
}

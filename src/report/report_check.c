#include "report/report_check.h"

#include "language/language.h"
#include "report/words.h"

static void put_problem(page *p, const problem *one)
{
    const char *place = one->line > 0 ? page_printf(p, "%s:%d", one->file, one->line) : one->file;

    const char *key = one->key[0] == '\0' ? "" : page_printf(p, "%s: ", one->key);
    page_bullet(p, one->is_warning ? PAGE_PLAIN : PAGE_BAD,
                one->is_warning ? page_printf(p, tr("%s: warning: %s%s"), place, key, one->text)
                                : page_printf(p, "%s: %s%s", place, key, one->text));
}

void report_check(page *p, const check_answer *what)
{
    char files[WORDS_TEXT], errors[WORDS_TEXT], warnings[WORDS_TEXT];
    const problems *found = what->found;
    for (size_t i = 0; i < found->count; i++)
        put_problem(p, &found->items[i]);
    if (what->built_in > 0) {
        char products[WORDS_TEXT];
        words_units((be_quantity)what->built_in, "product", products);
        page_paragraph(p, PAGE_PLAIN,
                       page_printf(p, "Built in: %s, checked when breakeven was built.", products));
    }
    words_units((be_quantity)what->files, "file", files);
    words_units((be_quantity)found->errors, "error", errors);
    words_units((be_quantity)found->warnings, "warning", warnings);
    page_paragraph(p, problems_ok(found) ? PAGE_GOOD : PAGE_BAD,
                   page_printf(p, tr("%s checked: %s, %s."), files, errors, warnings));
}

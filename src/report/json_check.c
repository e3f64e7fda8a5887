#include "report/json_check.h"

#include "report/json_value.h"

static json_t *problem_of(const problem *one)
{
    return json_pack("{s:o, s:o, s:o, s:o}", "file", json_of_text(one->file), "line",
                     one->line > 0 ? json_integer(one->line) : json_null(), "key",
                     one->key[0] != '\0' ? json_of_text(one->key) : json_null(), "text",
                     json_of_text(one->text));
}

/* The errors or the warnings; NULL when there is no memory. */
static json_t *problems_of(const problems *found, bool warnings)
{
    json_t *list = json_array();
    for (size_t i = 0; i < found->count && list != NULL; i++) {
        if (found->items[i].is_warning != warnings)
            continue;
        if (json_array_append_new(list, problem_of(&found->items[i])) == 0)
            continue;
        json_decref(list);
        list = NULL;
    }
    return list;
}

json_t *json_of_check(const check_answer *what)
{
    return json_pack("{s:I, s:I, s:o, s:o}", "files", (json_int_t)what->files, "built_in_products",
                     (json_int_t)what->built_in, "errors", problems_of(what->found, false),
                     "warnings", problems_of(what->found, true));
}

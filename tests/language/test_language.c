#include "language/language.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

static language asked(const char *all, const char *messages, const char *lang, const char *prefer)
{
    const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG", "LANGUAGE"};
    const char *const values[] = {all, messages, lang, prefer};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (values[i] == NULL)
            assert_int_equal(unsetenv(names[i]), 0);
        else
            assert_int_equal(setenv(names[i], values[i], 1), 0);
    }
    return language_of_environment();
}

static void the_locale_asks_for_a_language(void **state)
{
    (void)state;
    assert_int_equal(asked(NULL, NULL, NULL, NULL), LANGUAGE_EN);
    assert_int_equal(asked(NULL, NULL, "zh_CN.UTF-8", NULL), LANGUAGE_ZH);
    assert_int_equal(asked("C", NULL, "zh_CN.UTF-8", NULL), LANGUAGE_EN);
    assert_int_equal(asked("", "zh_CN", "en_US.UTF-8", NULL), LANGUAGE_ZH);
    assert_int_equal(asked(NULL, NULL, "de_DE.UTF-8", NULL), LANGUAGE_EN);
    assert_int_equal(asked(NULL, NULL, "en_US.UTF-8", "zh_CN:en"), LANGUAGE_ZH);
    assert_int_equal(asked(NULL, NULL, "C", "zh_CN"), LANGUAGE_EN);
}

static void speaks_what_was_chosen(void **state)
{
    (void)state;
    assert_string_equal(tr("Free quota"), "Free quota");
    language_use(LANGUAGE_ZH, LOCALE_FOLDER);
    assert_int_equal(language_current(), LANGUAGE_ZH);
    assert_string_equal(tr("Free quota"), "免费额度");
    assert_string_equal(tr(""), "");
    assert_string_equal(tr("nobody says this"), "nobody says this");
    assert_string_equal(tr_in("nobody", "says this"), "says this");
    language_use(LANGUAGE_EN, LOCALE_FOLDER);
    assert_string_equal(tr("Free quota"), "Free quota");
    assert_string_equal(tr_n("%d call", "%d calls", 1), "%d call");
    assert_string_equal(tr_n("%d call", "%d calls", 2), "%d calls");
}

static void without_a_catalogue_the_words_are_english(void **state)
{
    (void)state;
    language_use(LANGUAGE_ZH, "/nonexistent");
    assert_string_equal(tr("Free quota"), "Free quota");
    language_use(LANGUAGE_EN, NULL);
}

static void names_come_from_the_data(void **state)
{
    (void)state;
    language_use(LANGUAGE_ZH, LOCALE_FOLDER);
    assert_string_equal(language_pick("call", "次"), "次");
    assert_string_equal(language_pick("call", NULL), "call");
    assert_string_equal(language_pick("call", ""), "call");
    language_use(LANGUAGE_EN, LOCALE_FOLDER);
    assert_string_equal(language_pick("call", "次"), "call");
    assert_string_equal(language_code(LANGUAGE_ZH), "zh");
    assert_string_equal(language_name(LANGUAGE_EN), "English");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_locale_asks_for_a_language),
        cmocka_unit_test(speaks_what_was_chosen),
        cmocka_unit_test(without_a_catalogue_the_words_are_english),
        cmocka_unit_test(names_come_from_the_data),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

/* The planner in Chinese: what it says, that nothing of it is left in English, and that wide
 * characters leave every frame where it belongs. */
#include "terminal/harness.h"

#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static const char plan[] =
    "format = 1;\n"
    "name = \"春季\";\n"
    "start = \"2026-12\";\n"
    "months = 12;\n"
    "items = (\n"
    "  { product = \"tencent-cn/face-compare\"; volume = \"3,500,000\"; concurrency = \"4\";\n"
    "    response_time = \"500 ms\"; },\n"
    "  { product = \"tencent/image-style-transfer\"; volume = \"9,000\"; growth = \"6%\";\n"
    "    postpaid = true; }\n"
    ");\n";

static const char small_plan[] =
    "format = 1; name = \"小方案\"; start = \"2026-12\"; months = 3;\n"
    "items = ( { product = \"alibaba/aitryon-refiner\"; volume = \"200\"; } );\n";

enum { WORD_BYTES = 64 };

static const int sizes[][2] = {{80, 24}, {120, 36}, {200, 60}};

static sandbox *home;

static int make_home(void **state)
{
    (void)state;
    home = sandbox_create();
    return home == NULL || sandbox_write(home, "plan.cfg", plan) != 0 ||
                   sandbox_write(home, "small.cfg", small_plan) != 0
               ? -1
               : 0;
}

static int remove_home(void **state)
{
    (void)state;
    sandbox_destroy(home);
    return 0;
}

static tty *start_with(const char *file, const int size[2])
{
    const char *const argv[] = {BREAKEVEN, "--lang", "zh", file, NULL};
    static const char *const environment[] = {"LC_ALL=C.UTF-8", "SOURCE_DATE_EPOCH=1795219200",
                                              NULL};
    tty *t = tty_start(&(tty_options){
        .argv = argv, .cols = size[0], .rows = size[1], .environment = environment, .home = home});
    tty_wait_row(t, 0, "2026-12 起");
    tty_wait_text(t, "方案");
    return t;
}

static tty *start(const int size[2])
{
    return start_with("plan.cfg", size);
}

/* -- frames ------------------------------------------------------------------------------------ */

static bool is_one_of(const char *cell, const char *const *signs)
{
    for (; *signs != NULL; signs++) {
        if (strcmp(cell, *signs) == 0)
            return true;
    }
    return false;
}

/* Between the title and the hints every row begins and ends with a frame, in the same columns. */
static void has_straight_frames(tty *t)
{
    static const char *const left[] = {"╭", "│", "╰", NULL}, *const right[] = {"╮", "│", "╯", NULL};
    const snapshot *screen = tty_snapshot(t);
    for (int row = 1; row < screen->rows - 1; row++) {
        if (!is_one_of(tty_cell(t, row, 0).text, left) ||
            !is_one_of(tty_cell(t, row, screen->cols - 1).text, right)) {
            tty_print(t);
            fail_msg("row %d: a frame is out of place", row);
        }
    }
}

/* -- words ------------------------------------------------------------------------------------- */

/* Keys, and names that are the same in every language. */
static bool is_known(const char *word)
{
    static const char *const known[] = {
        "breakeven", "table",   "json",    "csv",       "markdown", "html",    "wiki", "txt",
        "alibaba",   "aitryon", "refiner", "plan",      "cfg",      "Enter",   "Esc",  "Tab",
        "Shift",     "Ctrl",    "Ins",     "Backspace", "Del",      "PgUp",    "PgDn", "Home",
        "End",       "ms",      "face",    "verify",    "search",   "library",
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (strcmp(word, known[i]) == 0)
            return true;
    }
    return false;
}

/* One letter is a key or a mark, capitals are marks side by side or a code such as QPS or CNY. */
static bool is_code(const char *word)
{
    return strlen(word) == 1 || strspn(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == strlen(word);
}

/* Copies the word that `text` begins with; returns what is behind it. */
static const char *cut_word(const char *text, char out[WORD_BYTES])
{
    size_t length = 0;
    for (; isalpha((unsigned char)*text); text++) {
        if (length + 1 < WORD_BYTES)
            out[length++] = *text;
    }
    out[length] = '\0';
    return text;
}

static void is_in_chinese(tty *t, int row)
{
    char word[WORD_BYTES];
    const char *text = tty_row(t, row);
    while (*text != '\0') {
        if (!isalpha((unsigned char)*text)) {
            text++;
            continue;
        }
        text = cut_word(text, word);
        if (!is_code(word) && !is_known(word)) {
            tty_print(t);
            fail_msg("row %d: \"%s\" is not Chinese", row, word);
        }
    }
}

static void all_is_in_chinese(tty *t)
{
    for (int row = 0; row < tty_snapshot(t)->rows; row++)
        is_in_chinese(t, row);
}

/* -- screens ----------------------------------------------------------------------------------- */

static void shows_the_main_screen(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        tty *t = start(sizes[i]);
        tty_wait_text(t, "▸ 人脸比对");
        tty_wait_text(t, "人脸比对 · 腾讯云（中国站） · 中国内地");
        tty_wait_text(t, "需要 8 QPS");
        tty_wait_text(t, "月用量");
        tty_wait_text(t, "峰值并发");
        tty_wait_text(t, "响应时间");
        tty_wait_text(t, "¥26,880.00");
        tty_wait_row(t, -1, "a 添加");
        has_straight_frames(t);
        all_is_in_chinese(t);
        tty_key(t, TTY_ENTER);
        tty_wait_text(t, "首月尝试的用量：30,000、30k 或 3.5M");
        tty_type(t, "x");
        tty_wait_text(t, "“3500000x”不是数字；请输入数量，如 30,000、30k 或 3.5M");
        tty_wait_text(t, "购买方式（按最后一个有效值）");
        has_straight_frames(t);
        is_in_chinese(t, -1);
        tty_key(t, TTY_ESCAPE);
        tty_wait_text(t, "已放弃“3500000x”：月用量为3,500,000。");
        tty_finish(t);
    }
}

static void shows_the_picker(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        tty *t = start(sizes[i]);
        tty_type(t, "a");
        tty_wait_text(t, "添加产品");
        tty_wait_text(t, "筛选");
        tty_type(t, "人脸");
        tty_wait_text(t, "按量 资源包 QPS");
        has_straight_frames(t);
        is_in_chinese(t, -1);
        tty_type(t, "没有");
        tty_wait_text(t, "没有匹配的产品，请删去部分筛选文字。");
        tty_finish(t);
    }
}

/* From the first line of it to the last. */
static void shows_the_help(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        tty *t = start(sizes[i]);
        tty_type(t, "?");
        tty_wait_text(t, "输入时结果随即更新，无需确认。");
        for (int page = 0; page < 16; page++) {
            has_straight_frames(t);
            all_is_in_chinese(t);
            tty_key(t, TTY_PAGE_DOWN);
            tty_wait_idle(t);
        }
        tty_wait_text(t, "^A 和 ^E 移到首尾");
        tty_finish(t);
    }
}

static void shows_the_chart(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        tty *t = start(sizes[i]);
        tty_type(t, "c");
        tty_wait_text(t, "人脸比对：用量增长时");
        tty_wait_text(t, "计划月用量");
        tty_wait_text(t, "最便宜");
        tty_wait_text(t, "用量从 726,667 起，最便宜的单一方式是");
        has_straight_frames(t);
        all_is_in_chinese(t);
        tty_key(t, TTY_ESCAPE);
        tty_wait_gone(t, "最便宜的单一方式");
        tty_finish(t);
    }
}

/* What each key opens, and a text of it. */
static void shows_the_other_screens(void **state)
{
    static const struct {
        const char *key, *text;
    } screens[] = {{"t", "何时购买什么"}, {"p", "产品组合"}, {"v", "1 / 3"},
                   {"x", "导出整个方案"}, {"D", "没有差异"}, {"$", "公布价"}};
    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        tty *t = start(sizes[i]);
        tty_wait_text(t, "m 更多字段");
        for (size_t s = 0; s < sizeof screens / sizeof *screens; s++) {
            tty_type(t, screens[s].key);
            tty_wait_text(t, screens[s].text);
            all_is_in_chinese(t);
            tty_key(t, TTY_ESCAPE);
            tty_wait_gone(t, screens[s].text);
        }
        tty_type(t, "m");
        tty_wait_text(t, "m 常用字段");
        all_is_in_chinese(t);
        tty_finish(t);
    }
}

/* What prices are taken from is called as the source calls itself: in English, often. */
static void explains(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        tty *t = start_with("small.cfg", sizes[i]);
        tty_type(t, "e");
        tty_wait_row(t, 3, "alibaba/aitryon-refiner · ");
        for (int page = 0; page < 8; page++) {
            has_straight_frames(t);
            tty_key(t, TTY_PAGE_DOWN);
            tty_wait_idle(t);
        }
        tty_finish(t);
    }
}

static void asks_in_chinese(void **state)
{
    (void)state;
    tty *t = start(sizes[0]);
    tty_type(t, "+");
    tty_wait_text(t, "3,850,000");
    tty_type(t, "q");
    tty_wait_text(t, "离开前要保存方案吗？");
    tty_wait_text(t, "y 是");
    tty_key(t, TTY_ESCAPE);
    tty_wait_gone(t, "离开前要保存方案吗？");
    tty_type(t, "o");
    tty_wait_text(t, "方案尚未保存。仍要打开另一个吗？");
    tty_type(t, "y");
    tty_wait_text(t, "打开哪个方案");
    tty_type(t, "none.cfg");
    tty_key(t, TTY_ENTER);
    tty_wait_text(t, "未打开");
    tty_finish(t);
}

/* Typed in Chinese as well; undo and redo of it, and in the file. */
static void asks_whom_quotes_are_for(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof sizes / sizeof *sizes; i++) {
        assert_int_equal(sandbox_write(home, "small.cfg", small_plan), 0);
        tty *t = start_with("small.cfg", sizes[i]);
        tty_type(t, "C");
        tty_wait_text(t, "报价的客户");
        has_straight_frames(t);
        is_in_chinese(t, -1);
        tty_type(t, "极光科技");
        tty_wait_text(t, "极光科技");
        tty_key(t, TTY_ENTER);
        tty_wait_row(t, 0, "*");
        tty_type(t, "u");
        tty_wait_idle(t);
        assert_null(strchr(tty_row(t, 0), '*'));
        tty_ctrl(t, 'r');
        tty_wait_row(t, 0, "*");
        tty_type(t, "s");
        tty_wait_row(t, -1, "已保存到 small.cfg");
        tty_type(t, "C");
        tty_wait_text(t, "极光科技");
        tty_finish(t);
        char *saved = sandbox_read(home, "small.cfg");
        assert_non_null(saved);
        assert_non_null(strstr(saved, "customer = \"极光科技\";"));
        free(saved);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(shows_the_main_screen, tty_teardown),
        cmocka_unit_test_teardown(shows_the_picker, tty_teardown),
        cmocka_unit_test_teardown(shows_the_help, tty_teardown),
        cmocka_unit_test_teardown(shows_the_chart, tty_teardown),
        cmocka_unit_test_teardown(shows_the_other_screens, tty_teardown),
        cmocka_unit_test_teardown(explains, tty_teardown),
        cmocka_unit_test_teardown(asks_in_chinese, tty_teardown),
        cmocka_unit_test_teardown(asks_whom_quotes_are_for, tty_teardown),
    };
    return cmocka_run_group_tests_name("planner/chinese", tests, make_home, remove_home);
}

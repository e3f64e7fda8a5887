/* What the program prints in Chinese: its words, its columns, and that no English is left in it. */
#include "cli_test.h"

#include <ctype.h>
#include <string.h>

#include "text/text.h"

#define CHINESE "--lang", "zh", "--catalog", ACME_ZH

/* -- English that stays ----------------------------------------------------------------------- */

/* Codes, terms that Chinese price lists write so, and what has to be typed as it is. */
static const char *const allowed[] = {"QPS", "CNY",     "USD",       "P10",      "P25",
                                      "P35", "P50",     "P75",       "P90",      "s",
                                      "ms",  "compare", "breakeven", "--format", "json"};

/* Product keys, addresses, files and package ids have signs or digits in them. */
static bool is_name(const char *word, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        if (isdigit((unsigned char)word[i]) || strchr("/.", word[i]) != NULL)
            return true;
    }
    return false;
}

static bool is_allowed(const char *word, size_t length)
{
    for (size_t i = 0; i < sizeof allowed / sizeof *allowed; i++) {
        if (strlen(allowed[i]) == length && strncmp(word, allowed[i], length) == 0)
            return true;
    }
    return is_name(word, length);
}

static void assert_no_english(const char *text)
{
    static const char signs[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                "-/._";
    for (const char *p = text; *p != '\0';) {
        size_t length = strspn(p, signs);
        bool letters = strcspn(p, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") < length;
        if (letters && !is_allowed(p, length))
            fail_msg("\"%.*s\" is English in:\n%s", (int)length, p, text);
        p += length > 0 ? length : 1;
    }
}

/* -- columns ---------------------------------------------------------------------------------- */

/* A table's rule is as wide as its widest row, when cells are counted and not bytes. */
static void assert_aligned(const char *text)
{
    int rules = 0, widest = 0, rule = 0;
    for (const char *p = text; *p != '\0';) {
        char line[1024];
        size_t length = strcspn(p, "\n");
        assert_true(length < sizeof line);
        memcpy(line, p, length);
        line[length] = '\0';
        int cols = text_width(line);
        if (strncmp(line, "─", strlen("─")) == 0) {
            rule = widest = cols;
            rules++;
        } else if (length == 0) {
            rule = 0;
        } else if (rule > 0) {
            widest = cols > widest ? cols : widest;
            assert_int_equal(widest, rule);
        }
        p += length + (p[length] == '\n');
    }
    assert_true(rules > 0);
}

/* -- what is said ----------------------------------------------------------------------------- */

/* A text without its blanks, as Chinese lines break anywhere; free it. */
static char *unbroken(const char *text)
{
    char *out = malloc(strlen(text) + 1), *end = out;
    assert_non_null(out);
    for (; *text != '\0'; text++) {
        if (*text != ' ' && *text != '\n')
            *end++ = *text;
    }
    *end = '\0';
    return out;
}

static void assert_says(const char *text, const char *part)
{
    char *all = unbroken(text), *some = unbroken(part);
    bool found = strstr(all, some) != NULL;
    free(all);
    free(some);
    if (!found)
        fail_msg("\"%s\" is not in:\n%s", part, text);
}

/* Prints in Chinese alone all of `says` (a NULL-ended list). */
static void assert_prints(int status, const char *const *arguments, const char *const *says)
{
    run_result r = cli_run_list(arguments, NULL);
    if (r.status != status)
        print_error("%s", r.err);
    assert_int_equal(r.status, status);
    assert_no_english(r.out);
    assert_aligned(r.out);
    for (; *says != NULL; says++)
        assert_says(r.out, *says);
    run_result_free(&r);
}

#define ARGUMENTS(...) ((const char *const[]){__VA_ARGS__, CHINESE, NULL})
#define SAYS(...)      ((const char *const[]){__VA_ARGS__, NULL})

/* -- pages ------------------------------------------------------------------------------------ */

static void compares_under_qps(void **state)
{
    (void)state;
    assert_prints(0,
                  ARGUMENTS("compare", "acme/face", "--volume", "350,000", "--months", "12",
                            "--growth", "5%", "--qps", "8", "--low", "100,000", "--high", "600,000",
                            "--by-month", "--explain", "--tax", "6%", "--budget", "50,000"),
                  SAYS("人脸比对 · 极致云，中国内地\nacme/face · 2026-12 起 12 个月\n",
                       "★ 预付费 QPS：¥26,880.00，唯一有已知价格的可用方式。",
                       "在预算 ¥50,000.00 之内：剩余", "已证明最优：没有更便宜的方案。",
                       "8 QPS（1 个月），共 12 次", "为何最优\n", "如果用量偏低或偏高\n",
                       "规划依据\n", "逐月明细\n", "逐项明细\n",
                       "累进阶梯：各段用量按所在阶梯的单价计费。价格表，2025-10-01", "按月预付",
                       "须知\n• 失败调用同样计费。\n"));
}

static void compares_an_uncertain_volume(void **state)
{
    (void)state;
    assert_prints(0,
                  ARGUMENTS("compare", "acme/style", "--volume", "9,900", "--months", "6",
                            "--spread", "30%", "--cancellation", "2%", "--concurrency", "9",
                            "--response-time", "20s", "--postpaid", "on", "--paths", "20",
                            "--explain", "--buy", "10k x3 @2027-02", "--owned",
                            "4,000 of 10,000 until 2027-03", "--season",
                            "1 1 1.5 80% 1 1 1 1 1 1 1 1", "--discount", "10%", "--failures", "2%"),
                  SAYS("★ 现在购买：", "合计 ¥2,952.76，比按量付费省 ¥894.55（23.3%）。",
                       "用量不确定时现在买什么\n", "您的方案", "附加并发", "3 月 150%、4 月 80%",
                       "自方案首日起 12 个月内有效", "警告\n", "部分价格为二手资料：“笔记”。"));
}

static void compares_requests_of_meters(void **state)
{
    (void)state;
    assert_prints(0,
                  ARGUMENTS("compare", "acme/chat", "--volume", "5,000", "--per-request",
                            "input 2,000, output 500", "--batch", "30%", "--cached", "10%",
                            "--explain"),
                  SAYS("对话 · 极致云，中国", "输入 2,000、输出 500", "输入，批量", "输入，缓存"));
}

static void compares_without_a_price(void **state)
{
    (void)state;
    assert_prints(0, ARGUMENTS("compare", "acme/resize", "--volume", "100"), SAYS("需询价"));
    assert_prints(0, ARGUMENTS("compare", "acme/style", "--volume", "100"),
                  SAYS("按量付费（后付费）尚未开通"));
}

static void quotes_a_plan(void **state)
{
    (void)state;
    assert_prints(3, ARGUMENTS("quote", PLAN_ZH, "--paths", "20"),
                  SAYS("明年的计划\n2026-12 起 12 个月\n", "全部折合 CNY", "合计（USD）",
                       "2026-11-20 的汇率：1 USD = 7.12 CNY。", "何时购买什么\n",
                       "图像风格化 出现在多个项中"));
}

static void draws_a_curve_and_rates(void **state)
{
    (void)state;
    assert_prints(0, ARGUMENTS("curve", "acme/face", "--to", "200,000"),
                  SAYS("月用量，从", "最便宜的单一方式", "各方式的费用\n"));
    assert_prints(0, ARGUMENTS("rate", "acme/face", "5,000", "20,000"),
                  SAYS("用量（次）", "规则：累进阶梯"));
    assert_prints(0, ARGUMENTS("rate", "acme/chat", "5", "--per-request", "input 40,000, output 1"),
                  SAYS("用量（请求）", "每个请求消耗：输入 40,000、输出 1。"));
    assert_prints(0, ARGUMENTS("products"),
                  SAYS("产品", "按量付费", "另售", "资源包、QPS", "资源包、并发"));
}

static void tells_of_problems(void **state)
{
    (void)state;
    run_result r = CLI("check", BAD_DURATION, "--lang", "zh");
    assert_says(r.out, "\"12\" 不是期限；应为带引号的期限，如 \"90 days\" 或 \"12 months\"");
    assert_says(r.out, "已检查 1 个文件：");
    run_result_free(&r);
    r = CLI("compare", "acme/face", "--volume", "5", "--buy", "5k", CHINESE);
    assert_says(r.err, "acme/face 不出售资源包 \"5k\"");
    run_result_free(&r);
}

/* Programs read keys and ids in English whatever the language is; texts follow it. */
static void programs_read_the_same_keys(void **state)
{
    (void)state;
    run_result r = CLI("compare", "acme/style", "--volume", "9,990", "--format", "json", CHINESE);
    json_t *value = json_loads(r.out, 0, NULL);
    assert_non_null(value);
    assert_string_equal(cli_text(cli_option(value, "payg"), "id"), "payg");
    assert_says(r.out, "尚未开通");
    json_decref(value);
    run_result_free(&r);
    run_result zh = CLI("compare", "acme/style", "--volume", "9,990", "--format", "csv", CHINESE);
    run_result en =
        CLI("compare", "acme/style", "--volume", "9,990", "--format", "csv", "--catalog", ACME_ZH);
    assert_string_equal(zh.out, en.out);
    run_result_free(&zh);
    run_result_free(&en);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compares_under_qps),
        cmocka_unit_test(compares_an_uncertain_volume),
        cmocka_unit_test(compares_requests_of_meters),
        cmocka_unit_test(compares_without_a_price),
        cmocka_unit_test(quotes_a_plan),
        cmocka_unit_test(draws_a_curve_and_rates),
        cmocka_unit_test(tells_of_problems),
        cmocka_unit_test(programs_read_the_same_keys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}

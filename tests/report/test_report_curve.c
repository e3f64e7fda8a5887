/* Break-evens in words: spans that are not known, and points that are not proven. */
#include "report_test.h"

#include <locale.h>

enum { MANY = 42 };

static be_product product;
static be_curve_span spans[MANY];
static be_curve_point points[2];
static be_curve curve;
static answer asked;

/* Pay as you go up to 100 a month, packages from there to 999. */
static int set_up(void **state)
{
    (void)state;
    product = a_product();
    spans[0] = (be_curve_span){
        .from = 0, .to = 100, .has_option = true, .option = BE_OPTION_PAYG, .proven = true};
    spans[1] = (be_curve_span){
        .from = 101, .to = 999, .has_option = true, .option = BE_OPTION_PACKAGE, .proven = true};
    points[0] = (be_curve_point){.has_best = true, .best = BE_OPTION_PAYG, .proven = true};
    points[1] =
        (be_curve_point){.volume = 999, .has_best = true, .best = BE_OPTION_BEST, .proven = true};
    points[1].total[BE_OPTION_BEST] = be_amount_of(70);
    curve = (be_curve){.to = 999,
                       .spans = spans,
                       .span_count = 2,
                       .broad = spans,
                       .broad_count = 2,
                       .points = points,
                       .point_count = 2};
    asked = (answer){ANSWER_CURVE, {.curve = {&product, &curve, {.months = 1}}}};
    return 0;
}

static void expect(const char *name, const char *words)
{
    assert_says(text_of_answer(&asked, name), words);
}

static void expect_none(const char *words)
{
    assert_silent(text_of_answer(&asked, "table"), words);
}

static void tells_spans_and_what_they_are_worth(void **state)
{
    (void)state;
    expect("table", "101  999  Packages");
    expect("table", "Exact: at every volume of a span no other single way to buy is cheaper.");
    expect("table", "★ $70.00");
    expect("table", "★ mixes the ways to buy");
    expect_none("not proven");
    curve.broad_count = 1; /* the other one makes no difference worth a line */
    expect("table", "Proven: at every volume of a span no other single way to buy is cheaper by "
                    "more than 1%.");
}

static void tells_what_is_not_known(void **state)
{
    (void)state;
    spans[0] = (be_curve_span){.from = 0, .to = 100, .undecided = true};
    expect("table", "0  100  undecided");
    spans[0] = (be_curve_span){.from = 0, .to = 100, .proven = true};
    expect("table", "0  100  nothing to recommend");
    expect("csv", "\n0,0,0,0,0,,payg,true");
    spans[1].proven = false;
    expect("table", "101  999  Packages (not proven)");
    expect("table", "Spans that are not proven may hold volumes at which another single way to buy "
                    "is cheaper");
    expect_none("Exact:");
}

static void marks_points_that_are_not_proven(void **state)
{
    (void)state;
    points[1].proven = false;
    expect("table", "★ ≤ $70.00");
    expect("table", "≤ is not proven: a plan that costs less may exist.");
    points[1].has_best = false;
    expect_none("≤");
    expect_none("★");
    points[1].total[BE_OPTION_PAYG] = be_amount_missing(BE_AMOUNT_UNPUBLISHED);
    expect("table", "999              —     $0.00        $0.00          —");
}

static void tells_no_points_where_there_are_none(void **state)
{
    (void)state;
    curve.point_count = 0;
    expect_none("What each costs");
}

static void leaves_out_spans_beyond_what_is_read(void **state)
{
    (void)state;
    for (int i = 0; i < MANY; i++)
        spans[i] = (be_curve_span){.from = i, .to = i, .has_option = true, .proven = true};
    curve.span_count = curve.broad_count = MANY - 1;
    expect("table", "1 more span: --format json shows them all.");
    curve.span_count = curve.broad_count = MANY;
    expect("table", "2 more spans: --format json shows them all.");
    expect("json", "\"to\": \"41\"");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(tells_spans_and_what_they_are_worth, set_up),
        cmocka_unit_test_setup(tells_what_is_not_known, set_up),
        cmocka_unit_test_setup(marks_points_that_are_not_proven, set_up),
        cmocka_unit_test_setup(tells_no_points_where_there_are_none, set_up),
        cmocka_unit_test_setup(leaves_out_spans_beyond_what_is_read, set_up),
    };
    setlocale(LC_CTYPE, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}

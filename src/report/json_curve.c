#include "report/json_curve.h"

#include "report/json_value.h"

static json_t *span_at(const void *context, size_t i)
{
    const be_curve_span *span = (const be_curve_span *)context + i;
    return json_pack("{s:o, s:o, s:o, s:b, s:b}", "from", json_of_quantity(span->from), "to",
                     json_of_quantity(span->to), "option",
                     json_of_text(span->has_option ? be_option_name(span->option) : NULL), "proven",
                     (int)span->proven, "undecided", (int)span->undecided);
}

static json_t *point_at(const void *context, size_t i)
{
    const be_curve_point *point = (const be_curve_point *)context + i;
    return json_pack(
        "{s:o, s:o, s:o, s:o, s:o, s:s?, s:b}", "volume", json_of_quantity(point->volume), "payg",
        json_of_amount(point->total[BE_OPTION_PAYG]), "package",
        json_of_amount(point->total[BE_OPTION_PACKAGE]), "qps",
        json_of_amount(point->total[BE_OPTION_QPS]), "best",
        json_of_amount(point->total[BE_OPTION_BEST]), "best_option",
        point->has_best ? be_option_name(point->best) : NULL, "proven", (int)point->proven);
}

json_t *json_of_curve(const curve_answer *what)
{
    const be_curve *curve = what->curve;
    return json_pack("{s:o, s:o, s:i, s:o, s:o, s:o, s:o, s:o}", "product",
                     json_of_text(what->product->key), "currency",
                     json_of_text(what->product->currency), "months", what->horizon.months, "start",
                     json_of_month(what->horizon.start), "from", json_of_quantity(curve->from),
                     "to", json_of_quantity(curve->to), "cheapest",
                     json_of_list(curve->span_count, span_at, curve->spans), "points",
                     json_of_list(curve->point_count, point_at, curve->points));
}

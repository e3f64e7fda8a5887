/*
 * Small questions to the optimum: a product, and a demand of a few units a month for a few months.
 */
#ifndef BREAKEVEN_TESTS_ENGINE_RANDOM_QUESTION_H
#define BREAKEVEN_TESTS_ENGINE_RANDOM_QUESTION_H

#include <breakeven/breakeven.h>

#include "fixtures.h"
#include "random.h"

enum { QUESTION_MONTHS = 4, QUESTION_OWNED = 2, QUESTION_SIZES = 3 };

/* One small question. Points into itself: not to be copied. */
typedef struct question {
    product_box box;
    be_provider provider;
    be_general_package general;
    be_general_cover cover;
    be_quantity volumes[QUESTION_MONTHS];
    be_quantity peaks[QUESTION_MONTHS]; /* queries a second; 0: as the demand says */
    be_owned owned[QUESTION_OWNED];
    be_demand demand;
    be_horizon horizon;
    be_usage usage;
} question;

/* Anything that is sold, in any mixture. */
void random_question(random_source *r, question *q);

/* Two sizes (a third lies ready), tiers of any mode, at times a free quota: to be made harder. */
void random_plain_question(random_source *r, question *q);

/* Parts of a question, each as it stands in a random one. */
void random_capacity(random_source *r, product_box *box);
void random_general(random_source *r, question *q);

/* Up to `most` tenths. */
be_amount random_tenths(random_source *r, int low, int most);

/* Works out the usage; to be called again after the demand was changed. */
void question_resolve(question *q);

/* The optimum of the question. Fails where there is no memory. */
be_optimum question_optimum(be_arena *arena, const question *q);

#endif

/*
 * A vendor of the tests' own that sells what plans can ask for beyond packages and QPS: meters,
 * batches, a context cache, and points that several products share.
 */
#ifndef BREAKEVEN_TESTS_ACME_H
#define BREAKEVEN_TESTS_ACME_H

#include <breakeven/catalog.h>

/* Meters: input (batch and cache priced apart), output (batch alone), image (one a request). */
#define ACME_CHAT "acme/chat"

/* One meter; package 1k. The general packages points-5k and points-50k pay for it. */
#define ACME_OCR "acme/ocr"

/* The catalogue of this vendor alone. Static. */
const be_catalog *acme_catalog(void);

#endif

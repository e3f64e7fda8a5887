#ifndef BREAKEVEN_SUPPORT_MARKUP_H
#define BREAKEVEN_SUPPORT_MARKUP_H

/*
 * Is a document well-formed as HTML and as XML at once: every element closed in its turn, every
 * attribute quoted, no bare "&", no control character, one element around everything? What stands
 * in a style element is not looked at. Returns where it is not, in `text`; NULL when it is.
 */
const char *markup_problem(const char *text);

#endif

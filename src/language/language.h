/*
 * Languages: what the program says, in the words of the reader.
 *
 * Everything that people read is written in English in the source, inside tr(). The translation
 * comes from the message catalogues of gettext (src/po). The engine knows no language: its messages
 * are templates (breakeven/message.h), which those who show them pass through tr().
 *
 * The language is one for the whole program, chosen once at the start and again when the user asks
 * for another. Text that was translated before stays valid, and stays as it was.
 */
#ifndef BREAKEVEN_LANGUAGE_LANGUAGE_H
#define BREAKEVEN_LANGUAGE_LANGUAGE_H

typedef enum language { LANGUAGE_EN, LANGUAGE_ZH, LANGUAGE_COUNT } language;

/* The language that the locale of the environment asks for: English, where it asks for one that
 * there is no translation into. */
language language_of_environment(void);

/* "en", "zh"; what the languages are called on the command line. */
const char *language_code(language which);

/* What a language is called by those who speak it. */
const char *language_name(language which);

/*
 * Speaks a language from now on. `folder` holds the message catalogues; NULL: where the program was
 * installed or built. Where the catalogue is missing the words stay English.
 */
void language_use(language which, const char *folder);

/* The language spoken; English before the first call of language_use. */
language language_current(void);

/*
 * The text in the language spoken. Lives as long as the program. For a format the translation takes
 * the same arguments; they may come in another order ("%2$s").
 */
__attribute__((format_arg(1))) const char *tr(const char *text);

/* The same for a text that holds a number: `one` for a single thing, `many` for other numbers. */
__attribute__((format_arg(1), format_arg(2))) const char *tr_n(const char *one, const char *many,
                                                               unsigned long number);

/* The same where one English word has several meanings: `meaning` says which, to translators. */
__attribute__((format_arg(2))) const char *tr_in(const char *meaning, const char *text);

/* `name`, or in Chinese the catalogue's `name_zh` where it has one. For text that is data. */
const char *language_pick(const char *name, const char *name_zh);

/* Marks a text for translation where it cannot be translated yet, as in a table. */
#define TR_LATER(text) text

#endif

#include "tui/model/filter.h"

#include <stddef.h>
#include <string.h>

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool begins_with(const char *text, const char *word, size_t length)
{
    size_t i = 0;
    while (i < length && text[i] != '\0' && lower(text[i]) == lower(word[i]))
        i++;
    return i == length;
}

/* Whether `word`, so many bytes long and one at least, stands in `text`. */
static bool contains(const char *text, const char *word, size_t length)
{
    const char first = lower(word[0]);
    if (text == NULL)
        return false;
    for (; *text != '\0'; text++) {
        if (lower(*text) == first && begins_with(text + 1, word + 1, length - 1))
            return true;
    }
    return false;
}

static bool word_matches(const be_product *product, const char *word, size_t length)
{
    const char *const names[] = {
        product->key,      product->name,           product->name_zh,
        product->category, product->category_zh,    product->region,
        product->currency, product->provider->name, product->provider->name_zh,
    };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (contains(names[i], word, length))
            return true;
    }
    return false;
}

bool filter_matches(const be_product *product, const char *text)
{
    for (;;) {
        text += strspn(text, " ");
        size_t length = strcspn(text, " ");
        if (length == 0)
            return true;
        if (!word_matches(product, text, length))
            return false;
        text += length;
    }
}

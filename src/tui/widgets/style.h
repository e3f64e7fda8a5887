/*
 * Styles by what they say, not by how they look.
 *
 * A view names a role; the terminal's theme decides the colours and attributes, for 256, 16 and 8
 * colours and for none. No role may be told from another by colour alone: a mark or a word goes
 * with it.
 */
#ifndef BREAKEVEN_WIDGETS_STYLE_H
#define BREAKEVEN_WIDGETS_STYLE_H

#define STYLE_ROLES(X)                                                                             \
    X(NORMAL)             /* running text */                                                       \
    X(DIM)                /* of less weight: units, footnotes */                                   \
    X(STRONG)             /* of more weight: totals */                                             \
    X(TITLE)              /* the name of a pane */                                                 \
    X(HEADER)             /* the head of a table */                                                \
    X(BORDER)             /* frames */                                                             \
    X(BORDER_FOCUS)       /* the frame of the pane that takes the keys */                          \
    X(SELECTED)           /* the row under the cursor */                                           \
    X(SELECTED_UNFOCUSED) /* the same in a pane without the keys */                                \
    X(HIGHLIGHT)          /* a column or a match set off from its surroundings */                  \
    X(FIELD)              /* a value that can be edited */                                         \
    X(FIELD_FOCUS)        /* the value being edited */                                             \
    X(FIELD_ERROR)        /* a value that cannot be used */                                        \
    X(KEY)                /* the key of a hint */                                                  \
    X(HINT)               /* what that key does */                                                 \
    X(GOOD)               /* cheaper, carries the load */                                          \
    X(BAD)                /* dearer, does not carry the load */                                    \
    X(WARN)               /* wants attention */                                                    \
    X(BEST)               /* the recommendation */                                                 \
    X(STALE)              /* an answer to an earlier question */                                   \
    X(SERIES_1)           /* the lines of a chart */                                               \
    X(SERIES_2)                                                                                    \
    X(SERIES_3)                                                                                    \
    X(SERIES_4)                                                                                    \
    X(SERIES_5)                                                                                    \
    X(SERIES_6)

#define STYLE_ENUM(name) STYLE_##name,
typedef enum style { STYLE_ROLES(STYLE_ENUM) STYLE_COUNT } style;
#undef STYLE_ENUM

#endif

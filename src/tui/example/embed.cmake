# Writes OUTPUT, a C source with the bytes of FILE: see example_text.h.
string(REPEAT "[0-9a-f]" 40 row) # twenty bytes a line
file(READ ${FILE} hex HEX)
string(REGEX REPLACE "(${row})" "\\1\n    " rows "${hex}")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${rows}")
file(WRITE ${OUTPUT} "#include \"tui/example/example_text.h\"

const unsigned char example_text[] = {
    ${bytes}0x00};

const size_t example_size = sizeof example_text - 1;
")

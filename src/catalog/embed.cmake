# Writes OUTPUT, a C source with the bytes of every file of the list FILES as the table NAME_files of
# the header HEADER: see builtin.h.
set(arrays "")
set(table "")
set(index 0)
string(REPEAT "[0-9a-f]" 40 row) # twenty bytes a line
foreach(path IN LISTS FILES)
  get_filename_component(name ${path} NAME)
  file(READ ${path} hex HEX)
  string(REGEX REPLACE "(${row})" "\\1\n    " rows "${hex}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${rows}")
  string(APPEND arrays "static const unsigned char file_${index}[] = {\n    ${bytes}0x00};\n\n")
  string(APPEND table "    {\"${NAME}/${name}\", file_${index}, sizeof file_${index} - 1},\n")
  math(EXPR index "${index} + 1")
endforeach()
file(WRITE ${OUTPUT} "#include \"${HEADER}\"

${arrays}const builtin_file ${NAME}_files[] = {
${table}    {NULL, NULL, 0},
};

const size_t ${NAME}_file_count = ${index};
")

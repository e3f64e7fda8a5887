# libbreakeven, as programs outside this tree use it. Both forms let out the public functions alone:
# the shared one by an export list, the static one by joining the engine into one object whose other
# names are made local.
set(exports ${CMAKE_CURRENT_SOURCE_DIR}/libbreakeven.map)
add_library(breakeven_shared SHARED $<TARGET_OBJECTS:breakeven_engine>)
# Before 1.0 any minor version may change the structures: it is part of the soname.
set_target_properties(breakeven_shared PROPERTIES
  EXPORT_NAME breakeven
  VERSION ${PROJECT_VERSION}
  SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR}
  LINK_DEPENDS ${exports})
target_link_options(breakeven_shared PRIVATE
  -Wl,--version-script=${exports} -Wl,-Bsymbolic-functions)
target_link_libraries(breakeven_shared PRIVATE breakeven_flags)

set(joined ${CMAKE_CURRENT_BINARY_DIR}/libbreakeven.o)
add_custom_command(OUTPUT ${joined}
  COMMAND ${CMAKE_LINKER} -r -o ${joined} $<TARGET_OBJECTS:breakeven_engine>
  COMMAND ${CMAKE_OBJCOPY} --wildcard "--keep-global-symbol=be_*"
    $<$<NOT:$<CONFIG:Debug>>:--strip-debug> ${joined}
  DEPENDS $<TARGET_OBJECTS:breakeven_engine>
  COMMENT "Joining the engine into one object"
  COMMAND_EXPAND_LISTS VERBATIM)
set_source_files_properties(${joined} PROPERTIES EXTERNAL_OBJECT ON GENERATED ON)
add_library(breakeven_static STATIC ${joined})

set_target_properties(breakeven_shared breakeven_static PROPERTIES
  LINKER_LANGUAGE C
  OUTPUT_NAME breakeven)
install(TARGETS breakeven_shared breakeven_static
  EXPORT breakeven
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library NAMELINK_COMPONENT development
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development
  INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(DIRECTORY ${PROJECT_SOURCE_DIR}/include/breakeven
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
  COMPONENT development)

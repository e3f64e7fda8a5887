# Price files as examples to copy, the schema of the JSON, manual pages, completions and the licence.
file(GLOB price_files CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/pricing/*.cfg)
install(FILES ${price_files}
  DESTINATION ${CMAKE_INSTALL_DATADIR}/breakeven/pricing
  COMPONENT program)
install(FILES ${PROJECT_SOURCE_DIR}/src/report/schema/breakeven.schema.json
  DESTINATION ${CMAKE_INSTALL_DATADIR}/breakeven
  COMPONENT program)
install(FILES ${PROJECT_SOURCE_DIR}/pricing/README.md
  DESTINATION ${CMAKE_INSTALL_DOCDIR}
  RENAME pricing.md
  COMPONENT program)
# Debian packages have the licence under a name of their own.
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE
  DESTINATION ${CMAKE_INSTALL_DOCDIR}
  COMPONENT licence)

file(GLOB pages CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/man/*.[1-8])
foreach(page IN LISTS pages)
  get_filename_component(name ${page} NAME)
  string(REGEX MATCH "[1-8]$" section ${name})
  set(compressed ${CMAKE_CURRENT_BINARY_DIR}/${name}.gz)
  compress(${compressed} ${page})
  list(APPEND compressed_pages ${compressed})
  install(FILES ${compressed}
    DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section}
    COMPONENT program)
endforeach()
add_custom_target(manual_pages ALL DEPENDS ${compressed_pages})

# The build writes them to share/completions. Debian's zsh looks elsewhere than one of /usr/local.
if(CMAKE_INSTALL_PREFIX STREQUAL "/usr")
  set(zsh_folder zsh/vendor-completions)
else()
  set(zsh_folder zsh/site-functions)
endif()
foreach(place IN ITEMS
    bash-completion/completions/breakeven
    ${zsh_folder}/_breakeven
    fish/vendor_completions.d/breakeven.fish)
  get_filename_component(name ${place} NAME)
  get_filename_component(folder ${place} DIRECTORY)
  install(FILES ${PROJECT_BINARY_DIR}/share/completions/${name}
    DESTINATION ${CMAKE_INSTALL_DATADIR}/${folder}
    COMPONENT program
    OPTIONAL)
endforeach()

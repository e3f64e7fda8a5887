# Three Debian packages: the program, the shared library, and what programs are built with.
# `cpack -G DEB` in the folder of an optimised build makes them; script/package does all of it.
set(CPACK_PACKAGE_CONTACT "The breakeven authors <breakeven@example.org>")
set(CPACK_PACKAGE_VENDOR "The breakeven authors")
# Each package has its own summary: the first line of its description.
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS ${CMAKE_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS})
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_SOURCE_DIR}/same_times.cmake)

configure_file(changelog.in changelog.text @ONLY)
set(changelog ${CMAKE_CURRENT_BINARY_DIR}/changelog.gz)
compress(${changelog} ${CMAKE_CURRENT_BINARY_DIR}/changelog.text)
add_custom_target(debian_changelog ALL DEPENDS ${changelog})

# debian_package(NAME COMPONENT SECTION DESCRIPTION): an install component as a package, with the
# documents that each has to have. Other ways to install leave these out.
macro(debian_package name component section description)
  set(folder ${CMAKE_INSTALL_DATAROOTDIR}/doc/${name})
  install(FILES ${changelog}
    DESTINATION ${folder}
    COMPONENT debian_${component}
    EXCLUDE_FROM_ALL)
  install(FILES ${PROJECT_SOURCE_DIR}/LICENSE
    DESTINATION ${folder}
    RENAME copyright
    COMPONENT debian_${component}
    EXCLUDE_FROM_ALL)
  string(TOUPPER ${component} key)
  list(APPEND CPACK_COMPONENTS_ALL ${component} debian_${component})
  # A component is packed with its documents as one group, whose key is the component's.
  set(CPACK_COMPONENT_${key}_GROUP ${component})
  set(CPACK_COMPONENT_DEBIAN_${key}_GROUP ${component})
  set(CPACK_DEBIAN_${key}_PACKAGE_NAME ${name})
  set(CPACK_DEBIAN_${key}_PACKAGE_SECTION ${section})
  set(CPACK_DEBIAN_${key}_DESCRIPTION "${description}")
endmacro()

set(library_package libbreakeven${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR})
debian_package(breakeven program utils
"cost planner for metered AI APIs
Compares pay as you go, resource packages, prepaid capacity and the
cheapest mix of them for some 200 vision, image, OCR, face and language
model APIs: in a planner on the terminal and on the command line. Prices
are built in, with their sources and dates; others can be added as files.")
debian_package(${library_package} library libs
"cost planner for metered AI APIs (shared library)
Prices tiers, free quotas, resource packages and prepaid capacity in exact
decimals, and finds the cheapest way to buy.
.
This package holds the shared library.")
debian_package(libbreakeven-dev development libdevel
"cost planner for metered AI APIs (development files)
Prices tiers, free quotas, resource packages and prepaid capacity in exact
decimals, and finds the cheapest way to buy.
.
This package holds the headers, the static library, and the files by which
CMake and pkg-config find them.")

set(CPACK_DEBIAN_PROGRAM_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_LIBRARY_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS_POLICY ">=")
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS "${library_package} (= ${PROJECT_VERSION})")
# A trigger calls ldconfig. CPack would write scripts that do; it leaves that to scripts which are
# listed here, and packs those that exist (it warns of the others: there are none).
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA
  ${CMAKE_CURRENT_SOURCE_DIR}/triggers
  ${CMAKE_CURRENT_SOURCE_DIR}/no/postinst
  ${CMAKE_CURRENT_SOURCE_DIR}/no/postrm)
include(CPack)

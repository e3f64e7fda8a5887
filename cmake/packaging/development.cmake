# How other builds find libbreakeven: CMake package and pkg-config. Both may be moved with the tree.
include(CMakePackageConfigHelpers)

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/breakeven)
configure_package_config_file(breakevenConfig.cmake.in breakevenConfig.cmake
  INSTALL_DESTINATION ${package_folder}
  NO_SET_AND_CHECK_MACRO)
# As with the soname: before 1.0 minor versions differ.
if(PROJECT_VERSION_MAJOR EQUAL 0)
  set(compatible SameMinorVersion)
else()
  set(compatible SameMajorVersion)
endif()
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/breakevenConfigVersion.cmake
  COMPATIBILITY ${compatible})
install(FILES
  ${CMAKE_CURRENT_BINARY_DIR}/breakevenConfig.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/breakevenConfigVersion.cmake
  DESTINATION ${package_folder}
  COMPONENT development)
install(EXPORT breakeven
  FILE breakevenTargets.cmake
  NAMESPACE breakeven::
  DESTINATION ${package_folder}
  COMPONENT development)

set(pkgconfig_folder ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig)
file(RELATIVE_PATH prefix_from_pkgconfig ${pkgconfig_folder} ${CMAKE_INSTALL_PREFIX})
file(RELATIVE_PATH libdir ${CMAKE_INSTALL_PREFIX} ${CMAKE_INSTALL_FULL_LIBDIR})
file(RELATIVE_PATH includedir ${CMAKE_INSTALL_PREFIX} ${CMAKE_INSTALL_FULL_INCLUDEDIR})
configure_file(breakeven.pc.in breakeven.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/breakeven.pc
  DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig
  COMPONENT development)

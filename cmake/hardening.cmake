# What makes a mistake in the code harder to exploit, for every target that links breakeven_flags.
include(CheckCCompilerFlag)
include(CheckPIESupported)
check_pie_supported()

# Protections of some processors only.
foreach(flag -fcf-protection -fstack-clash-protection)
  string(MAKE_C_IDENTIFIER ${flag} name)
  check_c_compiler_flag(${flag} HAVE${name})
  if(HAVE${name})
    target_compile_options(breakeven_flags INTERFACE ${flag})
  endif()
endforeach()

# Position-independent code that nobody replaces functions of: calls stay as cheap as without.
target_compile_options(breakeven_flags INTERFACE -fno-semantic-interposition)

# The C library's checks need an optimised build. No path of the build stays in what is installed.
set(optimised $<CONFIG:Release,RelWithDebInfo,MinSizeRel>)
target_compile_options(breakeven_flags INTERFACE
  "$<${optimised}:-U_FORTIFY_SOURCE;-D_FORTIFY_SOURCE=3;-ffile-prefix-map=${PROJECT_SOURCE_DIR}/=>")
target_link_options(breakeven_flags INTERFACE -Wl,-z,relro,-z,now)

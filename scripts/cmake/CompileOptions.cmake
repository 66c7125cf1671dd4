# Options of every target, Faultline's and the libraries' alike: what decides about layout, speed and reproducible results.

# Exceptions and run-time types are off everywhere: errors are values here, and the WebAssembly module stays small.
add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-fno-exceptions> $<$<COMPILE_LANGUAGE:CXX>:-fno-rtti>)

# A fused multiply-add rounds once where two operations round twice; without it, native and WebAssembly agree to the last bit.
add_compile_options(-ffp-contract=off)

if(FAULTLINE_SANITIZE)
  add_compile_options(-fsanitize=address,undefined -fno-sanitize=vptr -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=address,undefined)
  add_compile_definitions(_GLIBCXX_ASSERTIONS)
endif()

# What every engine with SIMD has, too: smaller code, and copies at the speed of the machine before anything is compiled for it.
if(EMSCRIPTEN)
  add_compile_options(-mbulk-memory -mnontrapping-fptoint)
  add_link_options(-mbulk-memory -mnontrapping-fptoint)
endif()

if(EMSCRIPTEN AND CMAKE_BUILD_TYPE STREQUAL "MinSizeRel")
  add_compile_options(-flto)
  # A function with one caller stays a function: an engine compiles anew what is called often, not what runs long, and with
  # all loops inside its entry point the first article would be read by code that is never made fast.
  add_link_options(-flto -Oz -sBINARYEN_EXTRA_PASSES=--one-caller-inline-max-function-size=1)
endif()

# Only for Faultline's own code: faultline_warnings(TARGET).
function(faultline_warnings target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wnon-virtual-dtor)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # g++ 12 sees overlapping copies in its own std::string, and uninitialized values in the code that the sanitizers insert.
    target_compile_options(${target} PRIVATE -Wno-restrict $<$<BOOL:${FAULTLINE_SANITIZE}>:-Wno-maybe-uninitialized>)
  endif()
  if(FAULTLINE_WARNINGS_ARE_ERRORS)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
endfunction()

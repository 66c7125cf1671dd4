# Compiles for WebAssembly with the Emscripten that scripts/setup prepared: the emcc on PATH, in $EMSDK or in the cache.
execute_process(COMMAND "${CMAKE_CURRENT_LIST_DIR}/../setup" --print-emscripten
  OUTPUT_VARIABLE emscripten OUTPUT_STRIP_TRAILING_WHITESPACE RESULT_VARIABLE failed)
if(failed)
  message(FATAL_ERROR "There is no emcc yet: run scripts/setup first.")
endif()
include("${emscripten}/cmake/Modules/Platform/Emscripten.cmake")

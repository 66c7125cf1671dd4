# The libraries that Faultline uses, as targets: nlohmann_json, doctest, cli11, md4c, imgui, sheenbidi, libunibreak; and harfbuzz_folder,
# the sources of which src/layout compiles a part.
# They come from FAULTLINE_DEPS (filled by scripts/get-libraries) or, where that folder is missing, from pinned git tags.

set(FAULTLINE_DEPS "" CACHE PATH "Folder with imgui/, md4c/, harfbuzz/, sheenbidi/, libunibreak/ and include/; empty: the cache of scripts/setup")
set(folder "${FAULTLINE_DEPS}")
if(NOT folder)
  set(folder "$ENV{FAULTLINE_DEPS}")
endif()
if(NOT folder AND DEFINED ENV{XDG_CACHE_HOME})
  set(folder "$ENV{XDG_CACHE_HOME}/faultline/deps")
elseif(NOT folder)
  set(folder "$ENV{HOME}/.cache/faultline/deps")
endif()

include(FetchContent)

# faultline_find_source(NAME SIGN REPOSITORY TAG): sets NAME_folder to the sources; SIGN is a file that proves them to be there.
function(faultline_find_source name sign repository tag)
  if(EXISTS "${folder}/${name}/${sign}")
    set(${name}_folder "${folder}/${name}" PARENT_SCOPE)
    return()
  endif()
  message(STATUS "${folder}/${name} is missing: fetching ${tag} of ${repository}")
  FetchContent_Declare(${name}_source GIT_REPOSITORY ${repository} GIT_TAG ${tag} GIT_SHALLOW ON SOURCE_SUBDIR no-build-of-its-own)
  FetchContent_MakeAvailable(${name}_source)
  set(${name}_folder "${${name}_source_SOURCE_DIR}" PARENT_SCOPE)
endfunction()

# faultline_header_library(NAME HEADER REPOSITORY TAG SUBFOLDER): a library that has headers only.
function(faultline_header_library name header repository tag subfolder)
  add_library(${name} INTERFACE)
  if(EXISTS "${folder}/include/${header}")
    target_include_directories(${name} SYSTEM INTERFACE "${folder}/include")
    return()
  endif()
  faultline_find_source(${name} ${header} ${repository} ${tag})
  target_include_directories(${name} SYSTEM INTERFACE "${${name}_folder}/${subfolder}")
endfunction()

faultline_header_library(nlohmann_json nlohmann/json.hpp https://github.com/nlohmann/json.git v3.11.2 include)
# Parse errors are values here (parse(…, nullptr, false)); any other misuse of a JSON value is our bug and stops the program.
target_compile_definitions(nlohmann_json INTERFACE JSON_NOEXCEPTION=1)
if(NOT EMSCRIPTEN)
  faultline_header_library(doctest doctest/doctest.h https://github.com/doctest/doctest.git v2.4.9 .)
  target_compile_definitions(doctest INTERFACE DOCTEST_CONFIG_NO_EXCEPTIONS_BUT_WITH_ALL_ASSERTS)
  faultline_header_library(cli11 CLI/CLI.hpp https://github.com/CLIUtils/CLI11.git v2.1.2 include)
endif()

faultline_find_source(md4c src/md4c.c https://github.com/mity/md4c.git release-0.5.2)
add_library(md4c STATIC EXCLUDE_FROM_ALL "${md4c_folder}/src/md4c.c" "${md4c_folder}/src/entity.c")
target_include_directories(md4c SYSTEM PUBLIC "${md4c_folder}/src")
target_compile_definitions(md4c PUBLIC MD4C_USE_UTF8)

faultline_find_source(imgui imgui.h https://github.com/ocornut/imgui.git v1.92.2b)
add_library(imgui STATIC EXCLUDE_FROM_ALL "${imgui_folder}/imgui.cpp" "${imgui_folder}/imgui_draw.cpp" "${imgui_folder}/imgui_tables.cpp"
  "${imgui_folder}/imgui_widgets.cpp")
target_include_directories(imgui SYSTEM PUBLIC "${imgui_folder}")
target_compile_definitions(imgui PUBLIC IMGUI_DISABLE_DEMO_WINDOWS IMGUI_DISABLE_DEBUG_TOOLS IMGUI_DISABLE_OBSOLETE_FUNCTIONS
  IMGUI_DISABLE_DEFAULT_FONT IMGUI_DISABLE_FILE_FUNCTIONS IMGUI_USER_CONFIG="reader/imgui_config.h")
target_include_directories(imgui PUBLIC "${PROJECT_SOURCE_DIR}/src")

faultline_find_source(harfbuzz src/harfbuzz.cc https://github.com/harfbuzz/harfbuzz.git 12.3.2)

faultline_find_source(sheenbidi Headers/SheenBidi/SheenBidi.h https://github.com/Tehreer/SheenBidi.git v3.0.0)
add_library(sheenbidi STATIC EXCLUDE_FROM_ALL "${sheenbidi_folder}/Source/SheenBidi.c")
target_include_directories(sheenbidi SYSTEM PUBLIC "${sheenbidi_folder}/Headers" PRIVATE "${sheenbidi_folder}/Source")
target_compile_definitions(sheenbidi PRIVATE SB_CONFIG_UNITY)

faultline_find_source(libunibreak src/linebreak.c https://github.com/adah1972/libunibreak.git libunibreak_6_1)
add_library(libunibreak STATIC EXCLUDE_FROM_ALL "${libunibreak_folder}/src/linebreak.c" "${libunibreak_folder}/src/linebreakdata.c"
  "${libunibreak_folder}/src/linebreakdef.c" "${libunibreak_folder}/src/unibreakbase.c" "${libunibreak_folder}/src/unibreakdef.c"
  "${libunibreak_folder}/src/eastasianwidthdata.c" "${libunibreak_folder}/src/eastasianwidthdef.c")
target_include_directories(libunibreak SYSTEM PUBLIC "${libunibreak_folder}/src")
target_compile_options(libunibreak PRIVATE -w)

if(FAULTLINE_SANITIZE)
  # Their own memory checks are their authors' concern, and with ours they would compile for longer than all of Faultline.
  foreach(library imgui sheenbidi libunibreak)
    target_compile_options(${library} PRIVATE -fno-sanitize=all)
  endforeach()
endif()

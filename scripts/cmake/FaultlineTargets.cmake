# One line for each library and each test program; the folder's own CMakeLists.txt holds it.
#   faultline_library(article DEPENDS text md4c SOURCES article.cpp markdown.cpp)
#   faultline_test(article SOURCES article_test.cpp LIBRARIES article)

# The layers from the bottom up. The arrows between them are checked by scripts/check-layers.
set(FAULTLINE_FOLDERS base text article language rules analysis report layout reader host)

# Turns the name of a folder of src/ into the name of its library, and leaves any other name alone.
function(faultline_library_names result)
  set(names)
  foreach(name IN LISTS ARGN)
    if(name IN_LIST FAULTLINE_FOLDERS)
      list(APPEND names "faultline_${name}")
    else()
      list(APPEND names "${name}")
    endif()
  endforeach()
  set(${result} ${names} PARENT_SCOPE)
endfunction()

# faultline_library(FOLDER [DEPENDS folder-or-target…] [SOURCES file…]) makes the library of src/FOLDER; without sources it is headers only.
function(faultline_library folder)
  cmake_parse_arguments(PARSE_ARGV 1 given "" "" "DEPENDS;SOURCES")
  faultline_library_names(libraries ${given_DEPENDS})
  set(target "faultline_${folder}")
  if(given_SOURCES)
    add_library(${target} STATIC ${given_SOURCES})
    target_include_directories(${target} PUBLIC "${PROJECT_SOURCE_DIR}/src")
    target_link_libraries(${target} PUBLIC ${libraries})
    faultline_warnings(${target})
  else()
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE "${PROJECT_SOURCE_DIR}/src")
    target_link_libraries(${target} INTERFACE ${libraries})
  endif()
endfunction()

# faultline_test(NAME SOURCES file… LIBRARIES folder-or-target…) makes the test program NAME_test and tells CTest of it.
# A test finds the checkout at FAULTLINE_SOURCE_DIR and the shared examples, which may be absent, at FAULTLINE_SHARED_DIR.
function(faultline_test name)
  cmake_parse_arguments(PARSE_ARGV 1 given "" "" "SOURCES;LIBRARIES")
  faultline_library_names(libraries ${given_LIBRARIES})
  set(target "${name}_test")
  add_executable(${target} ${given_SOURCES})
  target_link_libraries(${target} PRIVATE ${libraries} faultline_test_main)
  target_include_directories(${target} PRIVATE "${PROJECT_SOURCE_DIR}/tests")
  target_compile_definitions(${target} PRIVATE
    FAULTLINE_SOURCE_DIR="${PROJECT_SOURCE_DIR}" FAULTLINE_SHARED_DIR="${PROJECT_SOURCE_DIR}/../shared")
  set_target_properties(${target} PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/tests")
  faultline_warnings(${target})
  add_test(NAME ${name} COMMAND ${target})
  set_tests_properties(${name} PROPERTIES TIMEOUT 600)
endfunction()

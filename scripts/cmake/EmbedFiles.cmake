# Embeds files into a library, so that a program or a module needs nothing beside itself.
#   faultline_embed(rules FUNCTION embedded_rule_packs FILES assets/rules/english.json)
# gives src/rules the header "rules/embedded_rule_packs.h" with
#   std::span<const EmbeddedFile> embedded_rule_packs();   // in the order of FILES, .json files without their white space
# WITHOUT key… leaves members of those names out of every JSON object; key:1 leaves the first of a list.

function(faultline_embed folder)
  cmake_parse_arguments(PARSE_ARGV 1 given "" "FUNCTION" "FILES;WITHOUT")
  find_package(Python3 REQUIRED COMPONENTS Interpreter)
  set(made "${PROJECT_BINARY_DIR}/generated/${folder}/${given_FUNCTION}")
  list(TRANSFORM given_FILES PREPEND "${PROJECT_SOURCE_DIR}/" REGEX "^[^/]")
  list(JOIN given_WITHOUT "," without)
  add_custom_command(
    OUTPUT "${made}.h" "${made}.cpp"
    COMMAND Python3::Interpreter "${PROJECT_SOURCE_DIR}/scripts/embed-files" --function "${given_FUNCTION}"
      --header "${folder}/${given_FUNCTION}.h" --output "${PROJECT_BINARY_DIR}/generated" "--without=${without}" ${given_FILES}
    DEPENDS ${given_FILES} "${PROJECT_SOURCE_DIR}/scripts/embed-files"
    VERBATIM)
  target_sources(faultline_${folder} PRIVATE "${made}.cpp" "${made}.h")
  target_include_directories(faultline_${folder} PUBLIC "${PROJECT_BINARY_DIR}/generated")
endfunction()

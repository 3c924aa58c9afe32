# Installs the library from BUILD, then configures, builds and runs its consumers.
set(prefix ${BUILD}/install-test/prefix)
file(REMOVE_RECURSE ${BUILD}/install-test)
foreach(
  command
  "${CMAKE_COMMAND};--install;${BUILD};--prefix;${prefix}"
  "${CMAKE_COMMAND};-S;${CONSUMER};-B;${BUILD}/install-test/build;-G;Ninja;-DCMAKE_PREFIX_PATH=${prefix};-DCMAKE_CXX_COMPILER=${COMPILER}"
  "${CMAKE_COMMAND};--build;${BUILD}/install-test/build"
  "${BUILD}/install-test/build/check"
  "${BUILD}/install-test/build/roster"
  "${BUILD}/install-test/build/readme")
  execute_process(COMMAND ${command} COMMAND_ERROR_IS_FATAL ANY)
endforeach()

# Runs at `cmake --install`: files that name the installed program. Needs bin, share, data, made.
set(CAIRN_BIN "${CMAKE_INSTALL_PREFIX}/${bin}")
# A program of the search path goes by its name: what the user puts before it is what opens.
set(CAIRN_TRY_EXEC cairn)
set(CAIRN_EXEC cairn)
if(NOT CMAKE_INSTALL_PREFIX MATCHES "^/usr(/local)?/?$")
    set(CAIRN_TRY_EXEC "${CAIRN_BIN}/cairn")
    set(CAIRN_EXEC "\"${CAIRN_BIN}/cairn\"")
endif()
configure_file("${data}/cairn.desktop.in" "${made}/cairn.desktop" @ONLY)
configure_file("${data}/cairnd.service.in" "${made}/cairnd.service" @ONLY)
file(INSTALL DESTINATION "${CMAKE_INSTALL_PREFIX}/${share}/applications" TYPE FILE FILES "${made}/cairn.desktop")
# Below share, systemd finds it for every prefix of XDG_DATA_DIRS and in ~/.local.
file(INSTALL DESTINATION "${CMAKE_INSTALL_PREFIX}/${share}/systemd/user" TYPE FILE FILES "${made}/cairnd.service")

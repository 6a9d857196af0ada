#pragma once

#include <QString>

namespace node {
struct PortProblem;
struct SettingError;
struct StartError;
enum class DiskProblem;
} // namespace node

namespace gui {

// Why Cairn does not start, or its chain stopped: plain text, whole sentences.

QString startProblemWords(const node::StartError& error);
/// Of a file of settings.
QString startProblemWords(const node::SettingError& error);
/// The port of the API.
QString startProblemWords(const node::PortProblem& problem);
/// What to do about a disk that failed while the node ran.
QString diskProblemWords(node::DiskProblem problem);

} // namespace gui

#pragma once

#include <QByteArray>
#include <QString>

namespace gui {

/// JSON with a line for every member, figures as they were written (a double would spoil amounts). What is no
/// JSON, or is cut off, comes out as far as it goes. At most `limit` characters.
QString indentedJson(const QByteArray& json, qsizetype limit);
/// 32 bytes a line.
QString hexLines(const QByteArray& bytes, qsizetype limit);

} // namespace gui

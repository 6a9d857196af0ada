#pragma once

#include <QString>

#include <string>

namespace net {

/// What a node calls itself on the wire (BIP 14): "/Satoshi:30.0.0/Cairn:0.1.0(Mia)/", the user's name as a
/// comment, without the letters that BIP 14 keeps for itself; at most 256 bytes.
std::string userAgent(const QString& version, const QString& name);
/// Whether an agent is one of ours.
bool isCairn(const std::string& agent);
/// The name in an agent of ours, cleaned for showing; empty where there is none.
QString nameInAgent(const QString& agent);
/// A foreign agent as it may be shown: printable letters of one line.
QString shownAgent(const std::string& agent);

} // namespace net

#pragma once

#include "gui/theme/Tokens.h"

#include <QString>
#include <QVector>

namespace primitives {
struct BlockHeader;
class Transaction;
} // namespace primitives

namespace gui {

/// Some bytes on the wire that belong together.
struct ByteField {
    QString name;    ///< "value", "scriptPubKey"
    QString hex;     ///< all of them, in the order of the wire
    QString meaning; ///< a sentence for people: "5 000 000 satoshi", "output 0 of a41c…09e2"
    Token ground = Token::Sunken;
    bool isWitness = false; ///< counts a quarter (BIP 141)
    [[nodiscard]] qsizetype size() const { return hex.size() / 2; }
};

/// In the order of the wire; put together they are the whole.                     Source: BIP 144.
QVector<ByteField> fieldsOf(const primitives::Transaction& transaction);
/// The 80 bytes that are hashed.
QVector<ByteField> fieldsOf(const primitives::BlockHeader& header);

} // namespace gui

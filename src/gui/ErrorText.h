#pragma once

#include <QString>

namespace consensus {
struct Rejection;
}
namespace node {
struct PayFailure;
}
namespace script {
enum class AddressError;
}
namespace wallet {
enum class PaymentLinkError;
struct SpeedUpFailure;
} // namespace wallet

namespace gui {

// Errors in words: what happened, what it means for the money, what to do. Plain text, whole sentences.

QString errorText(const consensus::Rejection& rejection);
QString errorText(const node::PayFailure& failure);
QString errorText(const wallet::SpeedUpFailure& failure);
QString errorText(wallet::PaymentLinkError error, const QString& network);
/// Why `text` is no address of the network called `network`.
QString errorText(script::AddressError error, const QString& network);

} // namespace gui

#pragma once

#include "gui/dialogs/FormDialog.h"
#include "util/Bytes.h"

class QComboBox;
class QLabel;
class QPlainTextEdit;

namespace node {
class Node;
class WalletAccess;
} // namespace node

namespace gui {

class Banner;
class SegmentedControl;

/// Signs a text with an address of the wallet, or checks who signed one. Signing needs the keys; checking
/// needs nothing but the three texts.
class MessageDialog : public FormDialog {
    Q_OBJECT
public:
    enum class Way { Sign, Check };
    MessageDialog(node::Node& node, const QString& address, QWidget* parent);
    void setWay(Way way);

private:
    void addFields(const QString& address);
    void addFieldWith(const QString& words, QWidget* field);
    void showWay();
    void submit();
    void askSignature();
    void sign(const node::WalletAccess& access, const util::Bytes& script);
    void check(const util::Bytes& script);
    void say(const QString& sentence);
    [[nodiscard]] Way way() const;
    [[nodiscard]] std::string message() const;

    node::Node& m_node;
    SegmentedControl* m_way;
    QLineEdit* m_address;
    QPlainTextEdit* m_message;
    QLabel* m_styleName;
    QComboBox* m_style;
    QPlainTextEdit* m_signature;
    Banner* m_verdict;
};

} // namespace gui

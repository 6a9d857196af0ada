#pragma once

#include "crypto/SecretBytes.h"
#include "gui/dialogs/FormDialog.h"
#include "wallet/SharedPlan.h"

class QCheckBox;
class QLabel;
class QPlainTextEdit;
class QSpinBox;
class QVBoxLayout;

namespace node {
class Node;
class WalletAccess;
} // namespace node

namespace gui {

class CopyField;
class QrView;
class SentenceLabel;
class ViewStack;

/// Makes a wallet that several share, in two steps: the key of the open wallet, those of the others, and how
/// many have to sign; then the first address, which all look at before anything comes to it, and its name.
/// Somebody who was given the whole plan puts that in.
class SharedWalletDialog : public FormDialog {
    Q_OBJECT
public:
    /// Asks for the passphrase first where it is needed: the open wallet gives a key of its own.
    static SharedWalletDialog* start(node::Node& node, QWidget* parent);
    SharedWalletDialog(node::Node& node, QWidget* parent);
    [[nodiscard]] QPlainTextEdit* keysEdit() const { return m_keys; }
    [[nodiscard]] QString ownKey() const { return m_own; }
    [[nodiscard]] QString firstAddress() const;

signals:
    /// The wallet is open.
    void made(const QString& name, const QString& plan);

private:
    enum class Step { Keys, Compare };
    QWidget* makeKeysStep();
    QWidget* makeCompareStep();
    void addOwnKey(QVBoxLayout& column);
    void addOthers(QVBoxLayout& column);
    void addThreshold(QVBoxLayout& column);
    void addFile(QVBoxLayout& column);
    void showStep(Step step);
    void goOn();
    void goBack();
    void askOwnKey();
    void askFile();
    void look();
    /// Nothing: a sentence says why.
    [[nodiscard]] Result<wallet::SharedPlan, QString> typedPlan() const;
    [[nodiscard]] bool hasOwnKey(const wallet::SharedPlan& plan) const;
    [[nodiscard]] QString keysSentence(const wallet::SharedPlan& plan) const;
    void showPlan(const wallet::SharedPlan& plan);
    void create();
    void import(const QString& name, const node::WalletAccess& into, const wallet::SharedPlan& plan);

    node::Node& m_node;
    Step m_step = Step::Keys;
    ViewStack* m_steps;
    QWidget* m_keysStep = nullptr;
    QWidget* m_compareStep = nullptr;
    crypto::SecretString m_secret; ///< of the open wallet; empty: it gives none
    QString m_own;
    QLabel* m_ownName = nullptr;
    CopyField* m_ownField = nullptr;
    QrView* m_ownQr = nullptr;
    SentenceLabel* m_ownHint = nullptr;
    QPlainTextEdit* m_keys = nullptr;
    SentenceLabel* m_seen = nullptr;
    QSpinBox* m_threshold = nullptr;
    QLabel* m_thresholdOf = nullptr;
    QLabel* m_address = nullptr;
    QCheckBox* m_same = nullptr;
    QLineEdit* m_name = nullptr;
    QLineEdit* m_passphrase = nullptr;
    QLineEdit* m_again = nullptr;
};

/// The plan of a shared wallet, to be kept with the words and given to the others.
class PlanDialog : public FormDialog {
    Q_OBJECT
public:
    PlanDialog(const QString& walletName, const QString& plan, QWidget* parent);
    void save(const QString& path);

private:
    void askFile();
    QString m_name;
    QString m_plan;
};

} // namespace gui

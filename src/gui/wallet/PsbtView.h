#pragma once

#include "gui/wallet/PsbtIntake.h"
#include "wallet/psbt/PsbtReport.h"

#include <QWidget>

#include <optional>

class QLabel;
class QMimeData;

namespace node {
class Node;
class WalletAccess;
} // namespace node

namespace gui {

class Banner;
class Button;
class Card;
class CardRow;
class DataTable;
class DropPlace;
class FactsList;
class FlowDiagram;
class Navigator;
class PictureWithTable;
class RowsModel;
class SentenceLabel;
class ViewStack;

/// The Sign tab: a payment that somebody prepared (PSBT), in plain sentences: what it does, who has signed
/// and who is missing. It comes as a file, as text or by dropping it here; copies that others signed are
/// brought together; and it goes out again, or is sent when it is complete.
class PsbtView : public QWidget {
    Q_OBJECT
public:
    PsbtView(node::Node& node, Navigator& navigator, QWidget* parent = nullptr);
    /// Needs to be called when the wallet changed and the view can be seen.
    void refresh();
    /// Shows it in place of what was there.
    void open(wallet::Psbt psbt);
    /// File contents or text. One of the payment that is open is brought together with it; another one is
    /// refused in words.
    void take(const QByteArray& bytes);
    /// A file, or a picture with codes in it: as `take`, a moment later.
    void takeFile(const QString& path);
    [[nodiscard]] const std::optional<wallet::Psbt>& psbt() const { return m_psbt; }
    /// Null before the wallet has looked at it.
    [[nodiscard]] const std::optional<wallet::PsbtReport>& report() const { return m_report; }

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* buildEmpty();
    QWidget* buildPayment();
    Card* buildWhat();
    Card* buildWho();
    void takePicture(const QImage& picture);
    void takeFrom(const QMimeData& brought);
    void takeOutcome(PsbtIntake::Outcome outcome);
    void paste();
    void combineWith(wallet::Psbt other);
    void look(bool fills);
    quint64 begin();
    void end(quint64 question);
    void showReport(wallet::Psbt psbt, wallet::PsbtReport report);
    void render();
    void renderFlow();
    void renderWho();
    void renderActions();
    void askFile();
    void save();
    void copyText();
    void showCode();
    void askSign();
    using Signed = std::optional<std::pair<wallet::Psbt, wallet::PsbtReport>>;
    void sign(const node::WalletAccess& access);
    void showSigned(Signed answer);
    void send();
    void close();
    void say(const QString& sentence, bool isBad);

    node::Node& m_node;
    Navigator& m_navigator;
    std::optional<wallet::Psbt> m_psbt;
    std::optional<wallet::PsbtReport> m_report;
    PsbtIntake m_intake;
    quint64 m_question = 0;
    QString m_wallet;
    quint64 m_revision = 0;
    bool m_asking = false;    ///< the wallet's answer to that is awaited
    bool m_lookAgain = false; ///< the wallet moved on meanwhile
    bool m_busy = false;
    ViewStack* m_stack;
    QWidget* m_empty = nullptr;
    QWidget* m_payment = nullptr;
    DropPlace* m_drop = nullptr;
    SentenceLabel* m_emptyProblem = nullptr;
    SentenceLabel* m_sentence = nullptr;
    SentenceLabel* m_next = nullptr;
    Banner* m_warning = nullptr;
    Banner* m_notice = nullptr;
    FlowDiagram* m_flow = nullptr;
    PictureWithTable* m_twin = nullptr;
    FactsList* m_facts = nullptr;
    RowsModel* m_signers = nullptr;
    DataTable* m_signerTable = nullptr;
    Button* m_sign = nullptr;
    Button* m_send = nullptr;
};

} // namespace gui

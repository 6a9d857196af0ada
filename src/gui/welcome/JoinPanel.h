#pragma once

#include "consensus/NetworkCard.h"
#include "gui/welcome/CardSource.h"
#include "gui/welcome/FirstStart.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QMimeData;

namespace gui {

class Banner;
class Button;
class CardView;
class DropPlace;
class EmptyState;
class NearCard;
class SentenceLabel;

/// Join a network: one that is near, or by a link, the text of a card, a file, or a picture of a QR code,
/// pasted, opened or dropped here. Its rules are shown before anything is joined; a network that is here
/// already is opened instead.
class JoinPanel : public QWidget {
    Q_OBJECT
public:
    /// `dataRoot`: whose networks are known already, and where the card is kept.
    explicit JoinPanel(const QString& dataRoot, QWidget* parent = nullptr);
    ~JoinPanel() override;

    void focusFirst();
    /// Shows the card that the file (a card or a picture) leads to, or what is wrong with it.
    void openFile(const QString& path);
    /// The same for a link or a card's text.
    void openText(const QString& text);
    /// What was dragged or copied: files, a picture, a text. False: nothing of use.
    bool openData(const QMimeData* mime);

signals:
    void backRequested();
    void chosen(const gui::FirstStart& start);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    QWidget* makeSources();
    QWidget* makeDropPlace();
    QWidget* makeResult();
    void paste();
    void askForFile();
    void follow(const QFuture<CardOrSentence>& reading);
    void take(const CardOrSentence& card);
    void showCard();
    void showKnown(const QString& folder, const QString& otherName);
    void showProblem(const QString& sentence);
    void join();

    QString m_dataRoot;
    std::optional<consensus::NetworkCard> m_card;
    QString m_known;       ///< folder of the network, when it is here already
    qsizetype m_typed = 0; ///< length of the link as it stands
    quint64 m_reading = 0; ///< number of the newest thing to read
    QLineEdit* m_link = nullptr;
    QLabel* m_problem = nullptr;
    DropPlace* m_drop = nullptr;
    NearCard* m_near = nullptr;
    EmptyState* m_nothing = nullptr;
    QWidget* m_result = nullptr;
    CardView* m_view = nullptr;
    Banner* m_match = nullptr;
    SentenceLabel* m_note = nullptr;
    Button* m_join = nullptr;
};

} // namespace gui

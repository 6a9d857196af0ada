#include "gui/welcome/JoinPanel.h"

#include "consensus/NetworkCard.h"
#include "gui/theme/Theme.h"
#include "gui/welcome/CardFile.h"
#include "gui/welcome/CardView.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Notices.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QVBoxLayout>

namespace gui {

JoinPanel::JoinPanel(QWidget* parent)
    : WelcomePanel(tr("Join a network"),
                   tr("Whoever runs the network gives you its card, a small file. You see its rules before you join."),
                   tr("Join"), parent) {
    setAcceptDrops(true);
    m_empty = new EmptyState(QStringLiteral("folder"), tr("Drop a network card here."));
    m_empty->setAction(tr("Open a card…"));
    m_empty->setMinimumHeight(px(190));
    m_view = new CardView;
    m_view->hide();
    body()->addWidget(m_empty);
    body()->addWidget(m_view);
    m_other = new Button(tr("Another card…"));
    m_other->hide();
    addSecondAction(m_other);
    action()->setEnabled(false);
    connect(m_empty, &EmptyState::actionTriggered, this, &JoinPanel::askForFile);
    connect(m_other, &Button::clicked, this, &JoinPanel::askForFile);
}

void JoinPanel::askForFile() {
    auto* dialog = new QFileDialog(this, tr("Open a network card"), QString(), cardFilter());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &JoinPanel::openCard);
    dialog->open();
}

void JoinPanel::openCard(const QString& path) {
    const auto card = readCardFile(path);
    showProblem(card ? QString() : card.error());
    if (!card) return;
    m_path = path;
    m_view->setCard(*card);
    m_empty->hide();
    m_view->show();
    m_other->show();
    action()->setEnabled(true);
    action()->setText(tr("Join %1").arg(QString::fromStdString(card->name)));
    action()->setFocus();
}

void JoinPanel::act() {
    FirstStart start;
    start.network = m_path;
    emit chosen(start);
}

void JoinPanel::dragEnterEvent(QDragEnterEvent* event) {
    if (event->mimeData()->hasUrls()) event->acceptProposedAction();
}

void JoinPanel::dropEvent(QDropEvent* event) {
    const QList<QUrl> urls = event->mimeData()->urls();
    if (!urls.isEmpty() && urls.first().isLocalFile()) openCard(urls.first().toLocalFile());
}

} // namespace gui

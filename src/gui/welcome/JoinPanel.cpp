#include "gui/welcome/JoinPanel.h"

#include "consensus/NetworkCard.h"
#include "gui/theme/Theme.h"
#include "gui/welcome/CardFile.h"
#include "gui/widgets/Button.h"
#include "ui_JoinPanel.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QMimeData>

namespace gui {

JoinPanel::JoinPanel(QWidget* parent)
    : WelcomePanel(
          tr("Join a network"),
          tr("Whoever runs the network gives you its card, a small file. You see its rules before you join."),
          tr("Join"), parent),
      m_ui(std::make_unique<Ui::JoinPanel>()), m_other(new Button(tr("Another card…"))) {
    setAcceptDrops(true);
    addForm(*m_ui);
    m_ui->dropPlace->setMinimumHeight(px(190));
    m_ui->cardView->hide();
    m_other->hide();
    addSecondAction(m_other);
    action()->setEnabled(false);
    connect(m_ui->dropPlace, &EmptyState::actionTriggered, this, &JoinPanel::askForFile);
    connect(m_other, &Button::clicked, this, &JoinPanel::askForFile);
}

JoinPanel::~JoinPanel() = default;

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
    m_ui->cardView->setCard(*card);
    m_ui->dropPlace->hide();
    m_ui->cardView->show();
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

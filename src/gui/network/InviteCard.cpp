#include "gui/network/InviteCard.h"

#include "gui/theme/Theme.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/QrView.h"

#include <QApplication>
#include <QDrag>
#include <QFile>
#include <QGraphicsOpacityEffect>
#include <QMimeData>
#include <QMouseEvent>
#include <QPainter>
#include <QUrl>
#include <QVBoxLayout>

namespace gui {

namespace {

constexpr int kDragPicture = 96;
constexpr int kModulePixels = 8;

} // namespace

InviteCard::InviteCard(QWidget* parent)
    : QWidget(parent), m_code(new QrView), m_name(makeLabel({}, "strong")) {
    setCursor(Qt::OpenHandCursor);
    setAccessibleName(tr("The network card"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(px(14), px(12), px(14), px(14));
    column->setSpacing(px(10));
    auto* head = new QHBoxLayout;
    head->setSpacing(px(8));
    m_name->setTextFormat(Qt::PlainText);
    head->addSpacing(px(36)); // the dots of the handle and the colour
    head->addWidget(m_name, 1);
    head->addWidget(makeLabel(tr("drag me anywhere"), "smallMuted"));
    column->addLayout(head);
    m_code->setMinimumSize(px(248), px(248)); // four pixels a module, with the quiet zone
    m_code->installEventFilter(this);
    column->addWidget(m_code, 1);
}

void InviteCard::setCard(const QString& network, const QColor& colour, const QString& link,
                         const QByteArray& card, const QString& fileName) {
    m_name->setText(network);
    m_colour = colour;
    m_link = link;
    m_card = card;
    m_fileName = fileName;
    m_code->setText(link);
    m_code->setAccessibleName(tr("QR code of the link to %1").arg(network));
    update();
}

void InviteCard::setFaded(bool faded) {
    if (faded == (m_code->graphicsEffect() != nullptr)) return;
    if (!faded) return m_code->setGraphicsEffect(nullptr);
    auto* effect = new QGraphicsOpacityEffect;
    effect->setOpacity(0.35);
    m_code->setGraphicsEffect(effect);
}

QMimeData* InviteCard::mimeData() const {
    QFile file(m_folder.filePath(m_fileName));
    if (!file.open(QIODevice::WriteOnly) || file.write(m_card) != m_card.size()) return nullptr;
    auto* mime = new QMimeData;
    mime->setUrls({QUrl::fromLocalFile(file.fileName())});
    mime->setText(m_link);
    mime->setImageData(m_code->toImage(kModulePixels));
    return mime;
}

void InviteCard::drag() {
    QMimeData* mime = mimeData();
    if (mime == nullptr) return;
    auto* drag = new QDrag(this);
    drag->setMimeData(mime);
    drag->setPixmap(QPixmap::fromImage(m_code->toImage(kModulePixels)).scaledToWidth(px(kDragPicture)));
    drag->exec(Qt::CopyAction);
}

void InviteCard::mousePressEvent(QMouseEvent* event) {
    m_pressed = event->position().toPoint();
}

void InviteCard::mouseMoveEvent(QMouseEvent* event) {
    if (!event->buttons().testFlag(Qt::LeftButton)) return;
    if ((event->position().toPoint() - m_pressed).manhattanLength() >= QApplication::startDragDistance())
        drag();
}

/// The code is a part of the card: what starts on it is the card's drag, too.
bool InviteCard::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_code && event->type() == QEvent::MouseButtonPress) {
        m_pressed = m_code->mapTo(this, static_cast<QMouseEvent*>(event)->position().toPoint());
        return false;
    }
    if (watched == m_code && event->type() == QEvent::MouseMove) {
        auto* move = static_cast<QMouseEvent*>(event);
        const QPoint at = m_code->mapTo(this, move->position().toPoint());
        if (move->buttons().testFlag(Qt::LeftButton) &&
            (at - m_pressed).manhattanLength() >= QApplication::startDragDistance()) {
            drag();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void InviteCard::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(Token::Line), 1));
    painter.setBrush(color(Token::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(12), px(12));
    painter.setPen(Qt::NoPen);
    const double middle = m_name->geometry().center().y();
    painter.setBrush(color(Token::Text3));
    for (const int row : {-1, 0, 1})
        for (const int dot : {0, 1})
            painter.drawEllipse(QPointF(px(15) + dot * px(6), middle + row * px(6)), px(1.6), px(1.6));
    painter.setBrush(m_colour);
    painter.drawEllipse(QPointF(px(36), middle), px(4.5), px(4.5));
}

} // namespace gui

#include "moc_InviteCard.cpp"

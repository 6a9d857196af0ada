#include "gui/frame/Chips.h"

#include "gui/Format.h"
#include "gui/theme/Icons.h"
#include "gui/theme/RoundBox.h"
#include "gui/theme/Theme.h"

#include <QPainter>

#include <utility>

namespace gui {

namespace {

constexpr int kChipPad = 12;
constexpr int kChipGap = 9;
constexpr int kWidestName = 160; // of a network; the whole is in the tool tip

double advance(TextRole role, const QString& text) {
    return wordsWidth(roleFont(role), text);
}

/// Draws `text` in the vertical middle and returns where the next part begins.
double drawPart(QPainter& painter, double x, int height, const QString& text, TextRole role, Token token) {
    if (text.isEmpty()) return x;
    const QFont textFont = roleFont(role);
    const QFontMetricsF metrics(textFont);
    painter.setFont(textFont);
    painter.setPen(color(token));
    drawWords(painter, QPointF(x, (height + metrics.ascent() - metrics.descent()) / 2), text);
    return x + wordsWidth(textFont, text) + px(kChipGap);
}

} // namespace

Chip::Chip(QWidget* parent) : QAbstractButton(parent) {
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Chip::setRoom(Room room) {
    if (room == m_room) return;
    m_room = room;
    changed();
}

void Chip::changed() {
    update();
    const QSize now = sizeHint();
    if (std::exchange(m_laidOutFor, now) != now) updateGeometry();
}

void Chip::changeEvent(QEvent* event) {
    m_laidOutFor = QSize();
    QAbstractButton::changeEvent(event);
}

void Chip::paintGround(QPainter& painter) const {
    paintRoundBox(painter, rect(), px(8), color(underMouse() ? Token::Hover : Token::Surface),
                  color(underMouse() ? Token::Text3 : Token::Line));
    painter.setRenderHint(QPainter::Antialiasing);
}

NetworkChip::NetworkChip(QWidget* parent) : Chip(parent) {
    describe();
}

void NetworkChip::setNetwork(const QString& name, const QString& words, const QColor& networkColor) {
    m_name = name;
    m_words = words;
    m_color = networkColor;
    describe();
}

void NetworkChip::setHeight(qint64 height) {
    const QString text = QLatin1Char('#') + Format::count(height);
    if (text == m_height) return;
    m_height = text;
    nameIt();
}

QString NetworkChip::shownName() const {
    return room() == Room::Mark ? QString()
                                : fittingWords(roleFont(TextRole::Strong), m_name, px(kWidestName));
}

QString NetworkChip::shownWords() const {
    return room() == Room::All ? m_words : QString();
}

QString NetworkChip::shownHeight() const {
    return room() >= Room::Name ? QString() : m_height;
}

void NetworkChip::nameIt() {
    setAccessibleName(tr("Network %1, fingerprint %2, block %3").arg(m_name, m_words, m_height));
    changed();
}

void NetworkChip::describe() {
    nameIt();
    setToolTip(tr("%1: %2\nTwo computers are on the same network when they show the same three words.")
                   .arg(m_name, m_words));
}

QSize NetworkChip::sizeHint() const {
    double width = 2 * px(kChipPad) + px(10);
    const auto add = [&width](TextRole role, const QString& text) {
        if (!text.isEmpty()) width += px(kChipGap) + advance(role, text);
    };
    add(TextRole::Strong, shownName());
    add(TextRole::Small, shownWords());
    add(TextRole::Mono, shownHeight());
    return {static_cast<int>(width) + 1, px(34)};
}

void NetworkChip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintGround(painter);
    double x = px(kChipPad);
    painter.setPen(theme().kind() == ThemeKind::HighContrast ? QPen(color(Token::Text), 1) : QPen(Qt::NoPen));
    painter.setBrush(m_color.isValid() ? m_color : color(Token::Net));
    painter.drawEllipse(QRectF(x, (height() - px(10)) / 2.0, px(10), px(10)));
    x = drawPart(painter, x + px(10) + px(kChipGap), height(), shownName(), TextRole::Strong, Token::Text);
    x = drawPart(painter, x, height(), shownWords(), TextRole::Small, Token::Text3);
    drawPart(painter, x, height(), shownHeight(), TextRole::Mono, Token::Text2);
}

WalletChip::WalletChip(QWidget* parent) : Chip(parent) {
    connect(&format(), &Format::changed, this, &WalletChip::describe);
    describe();
}

void WalletChip::setWallet(const QString& name, std::optional<primitives::Amount> balance) {
    if (name == m_name && balance == m_balance) return;
    m_name = name;
    m_balance = balance;
    describe();
}

QString WalletChip::figure() const {
    return m_balance ? format().rounded(*m_balance) : QString();
}

QString WalletChip::shownName() const {
    if (room() == Room::Mark) return {};
    if (!m_balance) return tr("no wallet");
    return room() == Room::All ? fittingWords(roleFont(TextRole::Small), m_name, px(kWidestName)) : QString();
}

QString WalletChip::shownFigure() const {
    return room() == Room::Mark ? QString() : figure();
}

void WalletChip::describe() {
    setAccessibleName(m_balance ? tr("Wallet %1, balance %2 %3").arg(m_name, figure(), format().unit())
                                : tr("No wallet is open"));
    setToolTip(m_balance ? format().withUnit(*m_balance) : QString());
    changed();
}

QSize WalletChip::sizeHint() const {
    if (room() == Room::Mark) return {px(34), px(34)};
    double width = 2 * px(kChipPad) + px(12);
    if (m_balance)
        width += advance(TextRole::Strong, shownFigure()) + px(4) +
                 advance(TextRole::Small, format().unit()) + px(kChipGap);
    const QString name = shownName();
    width += name.isEmpty() ? px(4) - px(kChipGap) : advance(TextRole::Small, name) + px(4);
    return {static_cast<int>(width) + 1, px(34)};
}

void WalletChip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintGround(painter);
    if (room() == Room::Mark) {
        const QRectF place((width() - px(16)) / 2.0, (height() - px(16)) / 2.0, px(16), px(16));
        return paintIcon(painter, QStringLiteral("wallet"), place, color(Token::Text2));
    }
    double x = px(kChipPad);
    if (m_balance) {
        x = drawPart(painter, x, height(), shownFigure(), TextRole::Strong, Token::Text) - px(kChipGap) +
            px(4);
        x = drawPart(painter, x, height(), format().unit(), TextRole::Small, Token::Text3);
    }
    x = drawPart(painter, x, height(), shownName(), TextRole::Small, Token::Text2);
    paintIcon(painter, QStringLiteral("chevron-down"),
              QRectF(x - px(kChipGap) + px(4), (height() - px(12)) / 2.0, px(12), px(12)),
              color(Token::Text3));
}

} // namespace gui

#include "moc_Chips.cpp"

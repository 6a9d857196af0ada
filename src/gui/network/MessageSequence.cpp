#include "gui/network/MessageSequence.h"

#include "gui/Format.h"
#include "gui/network/MessageWords.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/RowsModel.h"

#include <QPainter>

#include <algorithm>

namespace gui {

namespace {

constexpr int kSequenceRow = 28;
constexpr int kSequenceTop = 30;
constexpr int kUsualRows = 6;
constexpr int kLeastRows = 3;
constexpr int kTimeRoom = 66;
constexpr int kHeadHalf = 46; // half of a lifeline's head, at most

bool isTold(const net::PeerMessageNote& message) {
    return !message.isOurs &&
           (message.command == QLatin1String("headers") || message.command == QLatin1String("cmpctblock"));
}

bool isSameMessage(const net::PeerMessageNote& a, const net::PeerMessageNote& b) {
    return a.timeMs == b.timeMs && a.isOurs == b.isOurs && a.command == b.command && a.count == b.count &&
           a.bytes == b.bytes && a.times == b.times;
}

} // namespace

MessageSequence::MessageSequence(QWidget* parent) : Picture(parent), m_table(new RowsModel(this)) {
    m_table->setColumns({{tr("Time"), TextStyle::Muted},
                         {tr("From"), TextStyle::Normal},
                         {tr("Message"), TextStyle::Mono},
                         {tr("Size"), TextStyle::Muted, true},
                         {tr("What it says"), TextStyle::Muted}});
    setAccessibleName(tr("What was said on this link"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void MessageSequence::setMessages(const std::vector<net::PeerMessageNote>& messages, const QString& peerName,
                                  bool isHeld) {
    std::vector<Line> next;
    next.reserve(messages.size() + 1);
    for (const net::PeerMessageNote& message : messages)
        next.push_back({message});
    if (isHeld) {
        const auto told =
            std::find_if(next.rbegin(), next.rend(), [](const Line& line) { return isTold(line.message); });
        const auto place = told == next.rend() ? next.end() : told.base();
        Line mark{.message = {}, .isMark = true};
        if (told != next.rend()) mark.message.timeMs = told->message.timeMs;
        next.insert(place, mark);
    }
    const bool same =
        peerName == m_peerName && std::ranges::equal(next, m_messages, [](const Line& a, const Line& b) {
            return a.isMark == b.isMark && isSameMessage(a.message, b.message);
        });
    if (same) return;
    m_messages = std::move(next);
    m_peerName = peerName;
    renewTable();
    itemsChanged();
}

void MessageSequence::renewTable() {
    m_table->setRowsLater([this] {
        QVector<QStringList> rows;
        for (auto line = m_messages.rbegin(); line != m_messages.rend(); ++line) {
            const net::PeerMessageNote& message = line->message;
            const QString time = message.timeMs == 0 ? QString() : format().clock(message.timeMs / 1'000);
            if (line->isMark)
                rows << QStringList{time, tr("you"), {}, {}, tr("Held back, waits for you.")};
            else
                rows << QStringList{time, message.isOurs ? tr("you") : m_peerName, messageText(message),
                                    Format::size(message.bytes), messageMeaning(message.command)};
        }
        return rows;
    });
}

QAbstractItemModel* MessageSequence::tableModel() {
    return m_table;
}

// --- where things are

double MessageSequence::rowHeight() const {
    return px(kSequenceRow);
}
double MessageSequence::top() const {
    return px(kSequenceTop);
}
double MessageSequence::leftLine() const {
    return px(kTimeRoom) + px(kHeadHalf);
}
double MessageSequence::rightLine() const {
    return width() - px(kHeadHalf);
}

int MessageSequence::itemCount() const {
    const int room = std::max(0, static_cast<int>((height() - top()) / rowHeight()));
    return std::min(room, messageCount());
}

const MessageSequence::Line& MessageSequence::lineOf(int item) const {
    return m_messages[static_cast<std::size_t>(messageCount() - itemCount() + item)];
}

double MessageSequence::rowY(int item) const {
    return top() + (item + 0.7) * rowHeight();
}

QRectF MessageSequence::itemRect(int item) const {
    return {0, top() + item * rowHeight(), double(width()), rowHeight()};
}

QSize MessageSequence::sizeHint() const {
    return {px(300), px(kSequenceTop + kUsualRows * kSequenceRow + 4)};
}

QSize MessageSequence::minimumSizeHint() const {
    return {px(240), px(kSequenceTop + kLeastRows * kSequenceRow + 4)};
}

QString MessageSequence::itemText(int item) const {
    const Line& line = lineOf(item);
    if (line.isMark) return tr("Cairn holds its branch back and waits for you.");
    const net::PeerMessageNote& message = line.message;
    const QString said = messageText(message);
    const QString when = format().clock(message.timeMs / 1'000);
    const QString size = Format::size(message.bytes);
    const QString what = message.isOurs ? tr("You said %1 at %2, %3.").arg(said, when, size)
                                        : tr("%1 said %2 at %3, %4.").arg(m_peerName, said, when, size);
    const QString meaning = messageMeaning(message.command);
    return meaning.isEmpty() ? what : what + QLatin1Char(' ') + meaning;
}

void MessageSequence::resizeEvent(QResizeEvent* event) {
    Picture::resizeEvent(event);
    itemsChanged(); // there is room for more of them, or for less
}

// --- painting

void MessageSequence::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_messages.empty()) {
        painter.setFont(roleFont(TextRole::Body));
        painter.setPen(color(Token::Text3));
        drawWords(painter, rect(), Qt::AlignCenter, true, tr("Nothing was said yet."));
        return;
    }
    paintHeads(painter);
    for (int item = 0; item < itemCount(); ++item) {
        if (item == hoveredItem()) {
            painter.fillRect(itemRect(item), color(Token::Hover));
            painter.fillRect(QRectF(leftLine() - 1, itemRect(item).top(), 2, rowHeight()),
                             color(Token::Line));
            painter.fillRect(QRectF(rightLine() - 1, itemRect(item).top(), 2, rowHeight()),
                             color(Token::Line));
        }
        painter.setFont(roleFont(TextRole::Small));
        painter.setPen(color(Token::Text3));
        const std::int64_t time = lineOf(item).message.timeMs;
        if (time != 0) drawWords(painter, QPointF(0, rowY(item) + px(3)), format().clock(time / 1'000));
        if (lineOf(item).isMark)
            paintMark(painter, item);
        else
            paintArrow(painter, item);
    }
    paintItemFocus(painter, px(4));
}

void MessageSequence::paintHeads(QPainter& painter) const {
    const double end = top() + itemCount() * rowHeight() + px(2);
    const auto head = [&](double x, const QString& words, Token ink, Token ground) {
        painter.fillRect(QRectF(x - 1, px(22), 2, end - px(22)), color(Token::Line));
        const QFont font = roleFont(TextRole::SmallBold);
        const QString text = fittingWords(font, words, px(2 * kHeadHalf - 12));
        const double wide = std::max<double>(px(44), wordsWidth(font, text) + px(16));
        const QRectF box(x - wide / 2, 0, wide, px(22));
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(ground));
        painter.drawRoundedRect(box, px(5), px(5));
        painter.setFont(font);
        painter.setPen(color(ink));
        drawWords(painter, box.toRect(), Qt::AlignCenter, false, text);
    };
    head(leftLine(), tr("you"), Token::Accent, Token::AccentSoft);
    head(rightLine(), m_peerName, Token::Text2, Token::Sunken);
}

void MessageSequence::paintArrow(QPainter& painter, int item) const {
    const net::PeerMessageNote& message = lineOf(item).message;
    const double y = rowY(item);
    const double from = message.isOurs ? leftLine() : rightLine();
    const double to = message.isOurs ? rightLine() : leftLine();
    const double side = to > from ? 1 : -1;
    painter.setPen(QPen(color(message.isOurs ? Token::Accent : Token::Text2), 1.6));
    const QPointF tip(to - side * 2, y);
    painter.drawLine(QPointF(from + side * 2, y), tip);
    painter.drawLine(tip, tip + QPointF(-side * px(6), -px(4)));
    painter.drawLine(tip, tip + QPointF(-side * px(6), px(4)));
    const QFont font = roleFont(TextRole::Small);
    const QString text = fittingWords(font, messageText(message), std::abs(to - from) - px(20));
    painter.setFont(font);
    painter.setPen(color(Token::Text));
    drawWords(painter, QPointF((from + to - wordsWidth(font, text)) / 2, y - px(5)), text);
}

void MessageSequence::paintMark(QPainter& painter, int item) const {
    const QRectF box(leftLine() - px(7), rowY(item) - px(10), px(14), px(14));
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(Token::Work));
    painter.drawRoundedRect(box, px(4), px(4));
    for (const double x : {-3.0, 1.0})
        painter.fillRect(QRectF(box.center().x() + px(x), box.center().y() - px(3), px(2), px(6)),
                         color(Token::OnWork));
    const QFont font = roleFont(TextRole::SmallBold);
    const double left = leftLine() + px(16);
    const QString words = fittingWords(font, tr("held back, waits for you"), width() - left);
    if (left + wordsWidth(font, words) > rightLine() - px(4)) // no line goes through words
        painter.fillRect(QRectF(rightLine() - 1, itemRect(item).top() + px(4), 2, rowHeight() - px(8)),
                         color(item == hoveredItem() ? Token::Hover : Token::Surface));
    painter.setFont(font);
    painter.setPen(color(Token::Work));
    drawWords(painter, QPointF(left, rowY(item) + px(1)), words);
}

} // namespace gui

#include "moc_MessageSequence.cpp"

#include "gui/mining/TemplateStrip.h"

#include "gui/Format.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/FeeScale.h"
#include "gui/widgets/RowsModel.h"

#include <QEvent>
#include <QPainter>

#include <algorithm>

namespace gui {

namespace {

constexpr int kMostRows = 500; // of the table
constexpr int kLeastWidth = 5;
constexpr int kTemplateGap = 2;
constexpr int kRewardWidth = 84;
constexpr int kTemplateRadius = 4;
constexpr int kCellPad = 10;    // of a figure in its box
constexpr int kNarrowest = 24;  // box that a figure may fit into
constexpr int kMostTiles = 200; // kept

QColor readableOn(const QColor& ground) {
    const QColor text = color(Token::Text), surface = color(Token::Surface);
    const auto distance = [&](const QColor& other) {
        return std::abs(other.lightnessF() - ground.lightnessF());
    };
    return distance(text) > distance(surface) ? text : surface;
}

} // namespace

TemplateStrip::TemplateStrip(QWidget* parent) : Picture(parent), m_table(new RowsModel(this)) {
    m_table->setColumns({{tr("Payment"), TextStyle::Mono},
                         {tr("Place"), TextStyle::Muted, true},
                         {tr("Fee rate"), TextStyle::Normal, true},
                         {tr("Fee"), TextStyle::Amount, true},
                         {tr("Size"), TextStyle::Muted, true}});
    setAccessibleName(tr("What the block contains, best fee first"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&format(), &Format::changed, this, &TemplateStrip::fillTable);
}

void TemplateStrip::setWork(const mining::BlockTemplateRef& work) {
    if (work == m_work) return;
    m_work = work;
    m_parts.clear();
    if (work) {
        const auto& transactions = work->block.transactions;
        for (std::size_t i = 0; i < transactions.size(); ++i) {
            const auto size = static_cast<double>(transactions[i]->vsize());
            const primitives::Amount fee = work->transactionFees[i];
            if (i == 0)
                m_parts.append({{}, size, 0, work->subsidy + work->fees, true});
            else
                m_parts.append(
                    {transactions[i]->txid(), size, static_cast<double>(fee.satoshi()) / size, fee, false});
        }
    }
    const qsizetype payments = std::max<qsizetype>(0, m_parts.size() - 1);
    setAccessibleDescription(payments == 0
                                 ? tr("No payments, only the reward.")
                                 : tr("The reward, and payments: %1.").arg(Format::count(payments)));
    fillTable();
    lay();
    itemsChanged();
}

void TemplateStrip::fillTable() {
    m_table->setRowsLater([this] { return tableRows(); });
}

QVector<QStringList> TemplateStrip::tableRows() const {
    QVector<QStringList> rows;
    for (qsizetype i = 0; i < std::min<qsizetype>(m_parts.size(), kMostRows); ++i) {
        const Part& part = m_parts[i];
        rows << QStringList{part.isReward ? tr("the reward") : QString::fromStdString(part.txid.toHex()),
                            Format::count(i),
                            part.isReward ? QStringLiteral("–") : Format::feeRate(part.feeRate),
                            format().trimmed(part.amount), Format::size(qRound64(part.virtualSize))};
    }
    return rows;
}

QAbstractItemModel* TemplateStrip::tableModel() {
    return m_table;
}

QSize TemplateStrip::sizeHint() const {
    return {px(300), px(24)};
}

QSize TemplateStrip::minimumSizeHint() const {
    return {px(180), px(24)};
}

QString TemplateStrip::itemText(int item) const {
    const Part& part = m_parts[item];
    if (part.isReward) return tr("The reward, %1").arg(format().withUnit(part.amount));
    return tr("Place %1 · %2 · fee %3 · %4")
        .arg(Format::count(item), Format::feeRate(part.feeRate), format().withUnit(part.amount),
             Format::shortened(QString::fromStdString(part.txid.toHex()), 10, 4));
}

/// The reward takes the same room always; payments share the rest, each with a width that can be seen.
void TemplateStrip::lay() {
    m_places.clear();
    if (m_parts.isEmpty()) return;
    const double reward = px(kRewardWidth), gap = px(kTemplateGap), least = px(kLeastWidth);
    m_places.append(QRectF(0, 0, reward, height()));
    const double room = width() - reward;
    const auto most = static_cast<qsizetype>(std::max(0.0, room / (least + gap)));
    const qsizetype shown = std::min(m_parts.size() - 1, most);
    double sizes = 0;
    for (qsizetype i = 1; i <= shown; ++i)
        sizes += m_parts[i].virtualSize;
    const double spare = room - static_cast<double>(shown) * (least + gap);
    double x = reward;
    for (qsizetype i = 1; i <= shown; ++i) {
        const double wide = least + spare * m_parts[i].virtualSize / sizes;
        m_places.append(QRectF(x + gap, 0, wide, height()));
        x += wide + gap;
    }
}

/// Hundreds of payments differ in colour and width by little: a round box is painted once of each kind.
const QPixmap& TemplateStrip::tile(int wide, const QColor& ground) {
    const auto key = (static_cast<quint64>(wide) << 32) | ground.rgb();
    if (const auto known = m_tiles.constFind(key); known != m_tiles.constEnd()) return *known;
    if (m_tiles.size() >= kMostTiles) m_tiles.clear();
    QPixmap picture(QSize(wide, height()) * devicePixelRatioF());
    picture.setDevicePixelRatio(devicePixelRatioF());
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(0, 0, wide, height()), px(kTemplateRadius), px(kTemplateRadius));
    return *m_tiles.insert(key, picture);
}

void TemplateStrip::paintReward(QPainter& painter, const QRectF& place) const {
    const QColor ground = color(Token::Sunken);
    const double radius = px(kTemplateRadius);
    painter.setPen(Qt::NoPen);
    for (const QBrush& brush : {QBrush(ground), QBrush(color(Token::Line), Qt::BDiagPattern)}) {
        painter.setBrush(brush); // as in the explorer
        painter.drawRoundedRect(place, radius, radius);
    }
    const QString words = tr("reward");
    const double wide = wordsWidth(painter.font(), words);
    if (wide > place.width() - px(kCellPad)) return;
    QRectF plate(0, 0, wide + px(8), QFontMetricsF(painter.font()).height());
    plate.moveCenter(place.center()); // hatching would strike the word through
    painter.setBrush(ground);
    painter.drawRoundedRect(plate, radius, radius);
    painter.setPen(readableOn(ground));
    drawWords(painter, place.toAlignedRect(), Qt::AlignCenter, false, words);
}

void TemplateStrip::paintPayment(QPainter& painter, const QRectF& place, double feeRate) {
    const QColor ground = color(feeToken(feeRate));
    const int left = qRound(place.left());
    painter.drawPixmap(left, 0, tile(std::max(1, qRound(place.right()) - left), ground));
    if (place.width() < px(kNarrowest)) return; // no figure is as narrow
    const QString words = Format::feeRate(feeRate);
    if (wordsWidth(painter.font(), words) > place.width() - px(kCellPad)) return;
    painter.setPen(readableOn(ground));
    drawWords(painter, place.toAlignedRect(), Qt::AlignCenter, false, words);
}

void TemplateStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(roleFont(TextRole::SmallBold));
    for (qsizetype i = 0; i < m_places.size(); ++i) {
        if (m_parts[i].isReward)
            paintReward(painter, m_places[i]);
        else
            paintPayment(painter, m_places[i], m_parts[i].feeRate);
    }
    if (m_parts.size() == 1 && !m_places.isEmpty()) {
        painter.setPen(color(Token::Text3));
        painter.setFont(roleFont(TextRole::Small));
        painter.drawText(QRectF(rect()).adjusted(m_places[0].width() + px(12), 0, 0, 0),
                         Qt::AlignVCenter | Qt::AlignLeft,
                         tr("No payments are waiting; the block holds only the reward."));
    }
    paintItemFocus(painter, px(kTemplateRadius));
}

void TemplateStrip::resizeEvent(QResizeEvent* event) {
    Picture::resizeEvent(event);
    m_tiles.clear(); // they are as high as the strip
    lay();
}

void TemplateStrip::changeEvent(QEvent* event) {
    if (event->type() == QEvent::StyleChange) {
        m_tiles.clear();
        lay();
    }
    Picture::changeEvent(event);
}

} // namespace gui

#include "moc_TemplateStrip.cpp"

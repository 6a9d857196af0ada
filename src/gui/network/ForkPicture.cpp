#include "gui/network/ForkPicture.h"

#include "gui/Format.h"
#include "gui/SafeText.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/RowsModel.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>
#include <utility>

namespace gui {

namespace {

constexpr int kBoxWide = 74;
constexpr int kBoxHigh = 32;
constexpr int kBend = 40;
constexpr int kNameRoom = 96;
constexpr int kMostTableRows = 500;

QString branchBlockText(const BranchBlock& block) {
    const QString finder = QString::fromStdString(block.finder);
    return finder.isEmpty()
               ? format().exactTime(block.time)
               : ForkPicture::tr("%1, found by %2").arg(format().exactTime(block.time), safeText(finder));
}

} // namespace

ForkPicture::ForkPicture(QWidget* parent) : Picture(parent), m_table(new RowsModel(this)) {
    setAccessibleName(tr("The two chains, from their last common block on"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_table->setColumns({{tr("Block"), TextStyle::Strong, true},
                         {tr("On our chain"), TextStyle::Normal},
                         {tr("On the other chain"), TextStyle::Normal}});
}

void ForkPicture::setComparison(const BranchComparison& comparison, const QString& theirName,
                                std::function<bool(const BranchBlock&)> isOwn) {
    m_comparison = comparison;
    m_theirName = theirName;
    m_isOwn = std::move(isOwn);
    renewTable();
    itemsChanged();
}

/// The latest first; both branches begin at the same height.
void ForkPicture::renewTable() {
    m_table->setRowsLater([this] {
        const std::vector<BranchBlock>& ours = m_comparison.ours.blocks;
        const std::vector<BranchBlock>& theirs = m_comparison.theirs.blocks;
        const auto textAt = [](const std::vector<BranchBlock>& blocks, std::int32_t height) {
            const auto found = std::ranges::lower_bound(blocks, height, {}, &BranchBlock::height);
            return found == blocks.end() || found->height != height ? QStringLiteral("–")
                                                                    : branchBlockText(*found);
        };
        std::int32_t height = m_comparison.forkHeight;
        for (const auto* blocks : {&ours, &theirs})
            if (!blocks->empty()) height = std::max(height, blocks->back().height);
        QVector<QStringList> rows;
        for (; height > m_comparison.forkHeight && rows.size() < kMostTableRows; --height)
            rows << QStringList{Format::count(height), textAt(ours, height), textAt(theirs, height)};
        return rows;
    });
}

QAbstractItemModel* ForkPicture::tableModel() {
    return m_table;
}

QSize ForkPicture::sizeHint() const {
    return {px(700), px(150)};
}

QSize ForkPicture::minimumSizeHint() const {
    return {px(480), px(150)};
}

// --- where things are

int ForkPicture::ourTicks() const {
    return static_cast<int>(m_comparison.ours.blocks.size());
}
int ForkPicture::theirTicks() const {
    return static_cast<int>(m_comparison.theirs.blocks.size());
}

int ForkPicture::itemCount() const {
    return m_comparison.theirs.blocks.empty() ? 0 : BoxCount + ourTicks() + theirTicks();
}

bool ForkPicture::isOurs(int item) const {
    return item >= BoxCount ? item < BoxCount + ourTicks() : item == OurFirst || item == OurTip;
}

const BranchBlock* ForkPicture::blockOf(int item) const {
    const std::vector<BranchBlock>& blocks =
        isOurs(item) ? m_comparison.ours.blocks : m_comparison.theirs.blocks;
    if (item == Fork || blocks.empty()) return nullptr;
    if (item == OurFirst || item == TheirFirst) return &blocks.front();
    if (item == OurTip || item == TheirTip) return &blocks.back();
    const int place = item - BoxCount - (isOurs(item) ? 0 : ourTicks());
    return &blocks[static_cast<std::size_t>(place)];
}

double ForkPicture::lineY(bool ours) const {
    return height() / 2.0 + (ours ? -px(32) : px(32));
}

double ForkPicture::ticksFrom() const {
    return px(2 * kBoxWide + kBend + 24);
}

double ForkPicture::tickStep() const {
    const double room = width() - ticksFrom() - px(kBoxWide + kNameRoom + 24);
    return std::clamp(room / std::max({ourTicks(), theirTicks(), 1}), 0.5, 1.0 * px(9));
}

QRectF ForkPicture::boxRect(int box) const {
    const bool ours = isOurs(box);
    const double high = px(kBoxHigh);
    if (box == Fork) return {1, height() / 2.0 - high / 2, double(px(kBoxWide)), high};
    const int ticks = ours ? ourTicks() : theirTicks();
    const double x = box == OurFirst || box == TheirFirst ? px(kBoxWide + kBend)
                                                          : ticksFrom() + ticks * tickStep() + px(12);
    return {x, lineY(ours) - high / 2, double(px(kBoxWide)), high};
}

QRectF ForkPicture::itemRect(int item) const {
    if (item < BoxCount) return boxRect(item);
    const bool ours = isOurs(item);
    const int place = item - BoxCount - (ours ? 0 : ourTicks());
    return {ticksFrom() + place * tickStep(), lineY(ours) - px(12), tickStep(), double(px(24))};
}

/// Thousands of ticks: by their place instead of one after the other.
int ForkPicture::itemAt(const QPointF& position) const {
    if (itemCount() == 0) return -1;
    for (int box = 0; box < BoxCount; ++box)
        if (boxRect(box).contains(position)) return box;
    for (const bool ours : {true, false}) {
        if (std::abs(position.y() - lineY(ours)) > px(12) || position.x() < ticksFrom()) continue;
        const int place = static_cast<int>((position.x() - ticksFrom()) / tickStep());
        if (place < (ours ? ourTicks() : theirTicks())) return BoxCount + (ours ? 0 : ourTicks()) + place;
    }
    return -1;
}

QString ForkPicture::itemText(int item) const {
    const BranchBlock* block = blockOf(item);
    if (!block)
        return tr("Block %1 is the last that both chains have.").arg(Format::count(m_comparison.forkHeight));
    const QString which = isOurs(item) ? tr("Our block %1: %2") : tr("Block %1 of the other chain: %2");
    return which.arg(Format::count(block->height), branchBlockText(*block));
}

// --- painting

void ForkPicture::paintEvent(QPaintEvent*) {
    if (itemCount() == 0) return;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintBranch(painter, true);
    paintBranch(painter, false);
    for (int box = 0; box < BoxCount; ++box)
        paintBox(painter, box);
    paintWords(painter, true);
    paintWords(painter, false);
    paintItemFocus(painter, px(6));
}

void ForkPicture::paintBranch(QPainter& painter, bool ours) const {
    const QRectF fork = boxRect(Fork);
    const QRectF first = boxRect(ours ? OurFirst : TheirFirst);
    const QRectF tip = boxRect(ours ? OurTip : TheirTip);
    const QPointF from(fork.right(), fork.center().y());
    const QPointF to(first.left(), first.center().y());
    QPainterPath bend(from);
    bend.cubicTo(QPointF(to.x(), from.y()), QPointF(from.x(), to.y()), to);
    painter.setBrush(Qt::NoBrush);
    QPen pen(color(ours ? Token::Accent : Token::Bad), 2);
    if (!ours) pen.setStyle(Qt::DashLine);
    painter.setPen(pen);
    painter.drawPath(bend);
    painter.setPen(QPen(pen.color(), 1, pen.style()));
    painter.drawLine(QPointF(first.right(), lineY(ours)), QPointF(tip.left(), lineY(ours)));
    const int ticks = ours ? ourTicks() : theirTicks();
    const double wide = std::max(1.0, tickStep() - (tickStep() > 3 ? 2 : tickStep() > 1.5 ? 0.5 : 0));
    for (int place = 0; place < ticks; ++place) {
        const int item = BoxCount + (ours ? 0 : ourTicks()) + place;
        const bool isOwn = ours && m_isOwn && m_isOwn(*blockOf(item));
        const double high = px(isOwn ? 22 : 14);
        const Token ink = isOwn ? Token::Own : ours ? Token::Accent : Token::Bad;
        const QRectF area = itemRect(item);
        painter.fillRect(QRectF(area.left(), lineY(ours) - high / 2, wide, high),
                         item == hoveredItem() ? color(Token::Text) : faded(color(ink), isOwn ? 1 : 0.8));
    }
}

void ForkPicture::paintBox(QPainter& painter, int box) const {
    const bool theirs = box == TheirFirst || box == TheirTip;
    const QRectF area = boxRect(box).adjusted(1, 1, -1, -1);
    QPen pen(color(theirs ? Token::Bad : Token::Accent), box == hoveredItem() ? 2.6 : 1.8);
    if (theirs) pen.setStyle(Qt::DashLine);
    painter.setPen(pen);
    painter.setBrush(color(theirs ? Token::Sunken : Token::Surface));
    painter.drawRoundedRect(area, px(7), px(7));
    const BranchBlock* block = blockOf(box);
    const QString height = Format::count(block ? block->height : m_comparison.forkHeight);
    painter.setFont(roleFont(TextRole::Strong));
    painter.setPen(color(Token::Text));
    drawWords(painter, area.toRect(), Qt::AlignCenter, false, theirs ? height + QStringLiteral("′") : height);
}

void ForkPicture::paintWords(QPainter& painter, bool ours) const {
    const QRectF tip = boxRect(ours ? OurTip : TheirTip);
    const QFont strong = roleFont(TextRole::Strong);
    painter.setFont(strong);
    painter.setPen(color(ours ? Token::Accent : Token::Bad));
    const QString name = fittingWords(strong, ours ? tr("ours") : m_theirName, px(kNameRoom - 8));
    drawWords(painter, QPointF(tip.right() + px(10), tip.center().y() + px(4)), name);
    const Branch& branch = ours ? m_comparison.ours : m_comparison.theirs;
    QString words = tr("%n block(s)", nullptr, branch.count);
    if (ours && m_isOwn && std::ranges::any_of(branch.blocks, m_isOwn))
        words = tr("%n block(s), the tall ones are yours", nullptr, branch.count);
    if (!ours && std::ranges::none_of(branch.blocks, &BranchBlock::hasBody))
        words = tr("%n block(s), only their headers are here", nullptr, branch.count);
    painter.setFont(roleFont(TextRole::Small));
    painter.setPen(color(Token::Text2));
    const double y = ours ? lineY(true) - px(20) : lineY(false) + px(28);
    drawWords(painter, QPointF(ticksFrom(), y), words);
}

} // namespace gui

#include "moc_ForkPicture.cpp"

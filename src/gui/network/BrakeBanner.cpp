#include "gui/network/BrakeBanner.h"

#include "gui/Format.h"
#include "gui/network/BrakeFeed.h"
#include "gui/theme/RoundBox.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/IconView.h"
#include "gui/widgets/Labels.h"

#include <QAccessible>
#include <QPainter>
#include <QVBoxLayout>

namespace gui {

BrakeBanner::BrakeBanner(node::Node& node, QWidget* parent)
    : QWidget(parent), m_feed(BrakeFeed::of(node)), m_what(new SentenceLabel), m_rest(new SentenceLabel),
      m_stay(new Button(tr("Stay on our chain"))),
      m_compare(new Button(tr("Compare the two"), Button::Kind::Primary)) {
    setObjectName(QStringLiteral("brakeBanner"));
    m_what->setStrong(true);
    m_stay->setObjectName(QStringLiteral("stayButton"));
    m_compare->setObjectName(QStringLiteral("compareButton"));
    auto* row = new QHBoxLayout(this);
    auto* words = new QVBoxLayout;
    words->addWidget(m_what);
    words->addWidget(m_rest);
    row->addWidget(new IconView(QStringLiteral("warning"), 22, Token::Work), 0, Qt::AlignVCenter);
    row->addLayout(words, 1);
    row->addWidget(m_stay, 0, Qt::AlignVCenter);
    row->addWidget(m_compare, 0, Qt::AlignVCenter);
    keepMeasured(this, [row, words] {
        row->setContentsMargins(px(18), px(12), px(14), px(12));
        row->setSpacing(px(12));
        words->setSpacing(px(2));
    });
    connect(m_stay, &Button::clicked, this, [this] { m_feed.stay(); });
    connect(m_compare, &Button::clicked, this, &BrakeBanner::compareRequested);
    connect(&m_feed, &BrakeFeed::changed, this, &BrakeBanner::render);
    render();
}

void BrakeBanner::render() {
    const node::HeldBranch* held = m_feed.question();
    setVisible(held != nullptr);
    if (!held) return;
    const QString name = m_feed.offerer().toHtmlEscaped();
    const QString height = Format::count(held->forkHeight + 1);
    m_what->setSentence(
        name.isEmpty() ? tr("<b>A heavier chain waits that replaces %n block(s), from height %1.</b>",
                            nullptr, held->replaces)
                             .arg(height)
                       : tr("<b>%1 offers a heavier chain that replaces %n block(s), from height %2.</b>",
                            nullptr, held->replaces)
                             .arg(name, height));
    m_rest->setSentence(tr("Cairn holds still until you decide. Nothing is taken back until then."));
    setAccessibleName(m_what->text());
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void BrakeBanner::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintRoundBox(painter, rect(), px(10), color(Token::WorkSoft), color(Token::Work));
}

} // namespace gui

#include "moc_BrakeBanner.cpp"

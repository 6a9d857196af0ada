#include "gui/mining/ThisBlockCard.h"

#include "gui/Format.h"
#include "gui/mining/HeaderBytes.h"
#include "gui/mining/TableTwin.h"
#include "gui/mining/TemplateStrip.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/DataTable.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/MiningPictures.h"
#include "node/NodeTypes.h"

#include <QGridLayout>
#include <QVBoxLayout>

#include <cmath>

namespace gui {

namespace {

/// How many zero bits a 256-bit number begins with, with a fraction: 256 - log2.
double zeroBits(const consensus::Uint256& value) {
    const double number = value.toDouble();
    return number <= 0 ? 256 : 256 - std::log2(number);
}

double zeroBits(const primitives::BlockHash& hash) {
    double number = 0;
    for (const std::uint8_t byte : hash.bytes())
        number = number / 256 + byte; // the last byte weighs most
    return number <= 0 ? 256 : 8 - std::log2(number);
}

} // namespace

ThisBlockCard::ThisBlockCard(QWidget* parent) : Card(tr("This block"), parent) {
    m_header = new HeaderBytes;
    m_strip = new TemplateStrip;
    m_bar = new TargetBar;
    m_bits = makeLabel(QString(), "monoMuted");
    m_twin =
        new TableTwin(makePictures(), {m_header->tableModel(), m_strip->tableModel(), m_bar->tableModel()});
    addHeaderWidget(m_twin->toggle());
    body()->addWidget(m_twin);
    const auto open = [this](int item) {
        if (item > 0) emit paymentOpened(m_strip->txid(item));
    };
    connect(m_strip, &Picture::itemActivated, this, open);
    connect(m_twin, &TableTwin::rowActivated, this, [open](int table, int row) {
        if (table == 1) open(row);
    });
}

QWidget* ThisBlockCard::makePictures() {
    auto* pictures = new QWidget;
    auto* grid = new QGridLayout(pictures);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(px(14));
    grid->setVerticalSpacing(px(9));
    grid->setColumnStretch(1, 1);
    m_bits->setMinimumWidth(px(70));
    m_bits->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    grid->addWidget(m_header, 0, 0, 1, 3);
    grid->addWidget(makeLabel(tr("Contains, best fee first"), "muted"), 1, 0);
    grid->addWidget(m_strip, 1, 1, 1, 2);
    grid->addWidget(makeLabel(tr("Closest miss so far"), "muted"), 2, 0);
    grid->addWidget(m_bar, 2, 1);
    grid->addWidget(m_bits, 2, 2);
    return pictures;
}

void ThisBlockCard::render(const node::MiningStatus& status) {
    if (!status.work) {
        setNote(tr("There is nothing to work on yet."));
        m_header->clear();
        m_strip->setWork(nullptr);
        m_bar->setBits(-1, 32);
        return;
    }
    const mining::BlockTemplate& work = *status.work;
    const int payments = static_cast<int>(work.block.transactions.size()) - 1;
    setNote(tr("height %1 · reward <b>%2</b> · %n payment(s)", nullptr, payments)
                .arg(Format::count(work.height), format().trimmed(work.subsidy + work.fees)));
    primitives::BlockHeader header = work.block.header;
    if (header.time == 0) header.time = static_cast<std::uint32_t>(work.currentTime);
    m_header->setHeader(header, status.statistics.lastNonce);
    m_strip->setWork(status.work);
    const bool hashed = status.statistics.templateId == work.id && !status.statistics.closest.isNull();
    const double best = hashed ? zeroBits(status.statistics.closest) : -1;
    m_bar->setBits(best, zeroBits(work.target));
    m_bits->setText(hashed ? tr("%1 bits").arg(bitsBelow(best)) : QString());
}

} // namespace gui

#include "moc_ThisBlockCard.cpp"

#include "gui/home/ChainCard.h"

#include "gui/Navigator.h"
#include "gui/models/StripFeed.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/ChainStrip.h"

#include <QVBoxLayout>

namespace gui {

ChainCard::ChainCard(node::Node& node, Navigator& navigator, QWidget* parent)
    : Card(tr("The chain"), parent) {
    auto* strip = new ChainStrip;
    m_feed = new StripFeed(node, navigator, strip);
    auto* twin = new PictureWithTable(strip);
    twin->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Maximum);
    addHeaderWidget(twin->toggle());
    setLink(tr("open in Explorer →"));
    body()->addWidget(twin);
    connect(this, &Card::linkActivated, this, [&navigator] { navigator.openPage(PageId::Explorer); });
    connect(twin, &PictureWithTable::itemActivated, m_feed, &StripFeed::openItem);
}

} // namespace gui

#include "moc_ChainCard.cpp"

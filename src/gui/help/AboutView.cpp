#include "gui/help/AboutView.h"

#include "gui/help/Report.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Card.h"
#include "gui/widgets/CardRow.h"
#include "gui/widgets/CopyField.h"
#include "gui/widgets/FactsList.h"
#include "gui/widgets/Labels.h"
#include "node/Node.h"

#include <QCoreApplication>
#include <QDesktopServices>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QUrl>
#include <QVBoxLayout>

#include <array>

namespace gui {

namespace {

constexpr int kAboutSideBySide = 900; // below, the cards stand one above the other

struct Part {
    const char* name;
    const char* licence;
};

/// What the program is made with, as the packages say it.
constexpr std::array kParts = {
    Part{"Qt", "LGPL 3"},
    Part{"libsecp256k1", "MIT"},
    Part{"OpenSSL", "Apache 2.0"},
    Part{"SQLite", "public domain"},
    Part{"Boost", "Boost Software License 1.0"},
    Part{"nlohmann/json", "MIT"},
    Part{"expected", "CC0 1.0"},
    Part{"libqrencode", "LGPL 2.1"},
    Part{"Inter", "SIL Open Font License 1.1"},
    Part{"JetBrains Mono", "SIL Open Font License 1.1"},
};

void openFolder(const QString& folder) {
    QDesktopServices::openUrl(QUrl::fromLocalFile(folder));
}

} // namespace

AboutView::AboutView(node::Node& node, QWidget* parent) : QWidget(parent), m_node(node) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(px(16));
    auto* row = new CardRow(kAboutSideBySide);
    row->add(makeProgram(), 1);
    row->add(makePlaces(), 1);
    column->addWidget(row);
    column->addWidget(makeReport());
    column->addStretch(1);
}

QWidget* AboutView::makeProgram() {
    auto* card = new Card(tr("Cairn %1").arg(QCoreApplication::applicationVersion()));
    card->body()->addWidget(new SentenceLabel(
        tr("A node, a wallet, an explorer and a miner for networks of your own. Free software "
           "under the <b>MIT licence</b>: use it, change it, pass it on.")));
    auto* facts = new FactsList(FactsList::Values::Trailing);
    facts->setCompact(true);
    for (const Part& part : kParts) {
        const bool isQt = QLatin1String(part.name) == QLatin1String("Qt");
        const QString name = QString::fromLatin1(part.name) +
                             (isQt ? QLatin1Char(' ') + QString::fromLatin1(qVersion()) : QString());
        facts->setFact(name, QString::fromLatin1(part.licence), "muted");
    }
    card->body()->addWidget(facts);
    card->body()->addStretch(1);
    return card;
}

QWidget* AboutView::makePlaces() {
    struct Place {
        QString name;
        QString path;
    };
    const node::DataPaths& paths = m_node.paths();
    const QList<Place> places{{tr("Chain, rules and settings of this network"), paths.folder},
                              {tr("Wallets of this network"), paths.wallets()},
                              {tr("Log"), QFileInfo(paths.logFile()).path()}};
    auto* card = new Card(tr("Where things are"));
    card->body()->addWidget(new SentenceLabel(
        tr("To keep a copy of everything, end Cairn and copy the folder of the network. A wallet alone comes "
           "back from its words.")));
    for (const Place& place : places) {
        auto* field = new CopyField;
        field->setText(place.path);
        auto* open = Button::iconOnly(QStringLiteral("folder"), tr("Open the folder"), Button::Kind::Normal);
        connect(open, &Button::clicked, this, [path = place.path] { openFolder(path); });
        auto* row = new QHBoxLayout;
        row->setSpacing(px(8));
        row->addWidget(field, 1);
        row->addWidget(open);
        card->body()->addWidget(makeFieldName(place.name, field));
        card->body()->addLayout(row);
    }
    card->body()->addStretch(1);
    return card;
}

QWidget* AboutView::makeReport() {
    auto* card = new Card(tr("Something is wrong?"));
    card->body()->addWidget(new SentenceLabel(
        tr("Copy this for whoever helps you. It holds <b>no keys, no addresses and no amounts</b>.")));
    m_report = new CodeBlock;
    m_report->setObjectName(QStringLiteral("report"));
    m_report->setAccessibleName(tr("Report for somebody who helps"));
    card->body()->addWidget(m_report);
    return card;
}

void AboutView::refresh() {
    m_report->setCode(helpReport(m_node, *window()));
}

} // namespace gui

#include "moc_AboutView.cpp"

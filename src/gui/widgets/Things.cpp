#include "gui/widgets/Things.h"

#include "gui/Navigator.h"
#include "gui/theme/Icons.h"

#include <QClipboard>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QMenu>

namespace gui {

namespace {

struct ThingWords {
    Q_DECLARE_TR_FUNCTIONS(gui::Things)
};

QString showWords(Thing thing) {
    switch (thing) {
    case Thing::Block:
    case Thing::Height:
        return ThingWords::tr("Show the block");
    case Thing::Transaction:
        return ThingWords::tr("Show the transaction");
    case Thing::Address:
        return ThingWords::tr("Show the address");
    case Thing::Amount:
    case Thing::None:
        break;
    }
    return {};
}

QString copyWords(Thing thing) {
    switch (thing) {
    case Thing::Block:
        return ThingWords::tr("Copy the hash of the block");
    case Thing::Height:
        return ThingWords::tr("Copy the height");
    case Thing::Transaction:
        return ThingWords::tr("Copy the id of the transaction");
    case Thing::Address:
        return ThingWords::tr("Copy the address");
    case Thing::Amount:
        return ThingWords::tr("Copy the amount");
    case Thing::None:
        break;
    }
    return ThingWords::tr("Copy");
}

} // namespace

bool openThing(Navigator& navigator, const ThingText& what) {
    const std::string text = what.text.toStdString();
    switch (what.thing) {
    case Thing::Block:
        if (const auto hash = primitives::BlockHash::fromHex(text)) {
            navigator.openBlock(*hash);
            return true;
        }
        return false;
    case Thing::Height:
        navigator.openHeight(what.text.toInt());
        return true;
    case Thing::Transaction:
        if (const auto txid = primitives::TxId::fromHex(text)) {
            navigator.openTransaction(*txid);
            return true;
        }
        return false;
    case Thing::Address:
        navigator.openAddress(what.text);
        return true;
    case Thing::Amount:
    case Thing::None:
        break;
    }
    return false;
}

void addThingActions(QMenu& menu, const Things& things, Navigator* navigator, bool isOpen) {
    for (qsizetype i = 0; i < things.size(); ++i) {
        const ThingText& what = things[i];
        const QString words = showWords(what.thing);
        if (!navigator || words.isEmpty() || (isOpen && i == 0)) continue;
        QObject::connect(menu.addAction(icon(QStringLiteral("external")), words), &QAction::triggered, &menu,
                         [navigator, what] { openThing(*navigator, what); });
    }
    for (const ThingText& what : things) {
        if (!navigator || what.thing != Thing::Address) continue;
        QObject::connect(menu.addAction(icon(QStringLiteral("send")), ThingWords::tr("Pay to this address…")),
                         &QAction::triggered, &menu, [navigator, what] { navigator->openSend(what.text); });
    }
    if (!menu.isEmpty()) menu.addSeparator();
    for (const ThingText& what : things) {
        QObject::connect(menu.addAction(icon(QStringLiteral("copy")), copyWords(what.thing)),
                         &QAction::triggered, &menu,
                         [what] { QGuiApplication::clipboard()->setText(what.text); });
    }
}

QMenu* popUpThings(QWidget* owner, const Things& things, Navigator* navigator, const QPoint& place) {
    auto* menu = new QMenu(owner);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addThingActions(*menu, things, navigator);
    menu->popup(place);
    return menu;
}

} // namespace gui

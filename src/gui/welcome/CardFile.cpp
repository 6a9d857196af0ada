#include "gui/welcome/CardFile.h"

#include "consensus/NetworkCard.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace gui {

namespace {

struct CardWords {
    Q_DECLARE_TR_FUNCTIONS(CardFile)
};

} // namespace

Result<consensus::NetworkCard, QString> readCardFile(const QString& path) {
    const QString name = QFileInfo(path).fileName();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return fail(CardWords::tr("%1 cannot be read: %2.").arg(name, file.errorString()));
    }
    const QByteArray text = file.read(static_cast<qint64>(consensus::kMaxCardSize) + 1);
    auto card = consensus::parseNetworkCard(text.toStdString());
    if (!card)
        return fail(CardWords::tr("%1 is not a network card: %2")
                        .arg(name, QString::fromStdString(card.error().sentence)));
    return std::move(*card);
}

QString cardFilter() {
    return CardWords::tr("Network cards (*.cairn);;All files (*)");
}

} // namespace gui

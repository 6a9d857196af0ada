#include "gui/wallet/LabelFiles.h"

#include "gui/Navigator.h"
#include "node/Node.h"
#include "node/OnResult.h"
#include "wallet/text/HistoryLines.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QSaveFile>
#include <QStandardPaths>

#include <functional>

namespace gui {

namespace {

struct LabelFiles {
    Q_DECLARE_TR_FUNCTIONS(gui::LabelFiles)
};

constexpr qint64 kMostBytes = 16 * 1024 * 1024; ///< as parseLabels reads

void askForFile(QWidget* parent, bool saves, const QString& name, std::function<void(const QString&)> take) {
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    auto* dialog = new QFileDialog(parent,
                                   saves ? LabelFiles::tr("Save notes and labels")
                                         : LabelFiles::tr("Take over notes and labels"),
                                   folder, LabelFiles::tr("Labels (*.jsonl);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(saves ? QFileDialog::AcceptSave : QFileDialog::AcceptOpen);
    if (saves) dialog->selectFile(name);
    if (saves) dialog->setDefaultSuffix(QStringLiteral("jsonl"));
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, std::move(take));
    dialog->open();
}

QString takenSentence(std::size_t taken, std::size_t wrong) {
    QString out = LabelFiles::tr("%n note(s) and label(s) were taken over.", nullptr, int(taken));
    if (wrong > 0)
        out += QLatin1Char(' ') + LabelFiles::tr("%n line(s) could not be read.", nullptr, int(wrong));
    return out;
}

} // namespace

void takeLabels(const QString& path, const node::WalletAccess& access, Navigator& navigator,
                QWidget* parent) {
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly) || file.size() > kMostBytes)
        return navigator.showNotice(LabelFiles::tr("%1 cannot be read, or is too long.").arg(path));
    const QByteArray text = file.readAll();
    auto read = wallet::parseLabels(std::string_view(text.constData(), std::size_t(text.size())));
    const std::size_t wrong = read.wrongLines.size();
    node::onResult(
        access.takeLabels(std::move(read.rows)), parent,
        [&navigator, wrong](const node::WalletAccess::Reply<std::size_t>& taken) {
            navigator.showNotice(
                taken && *taken
                    ? takenSentence(**taken, wrong)
                    : LabelFiles::tr("Nothing was taken over: the wallet file cannot be written."));
        });
}

void saveLabels(const QString& path, const node::WalletAccess& access, Navigator& navigator,
                QWidget* parent) {
    const auto write = [path](const wallet::Wallet& wallet, std::int32_t) {
        const std::string text = wallet::labelsText(wallet::labelsOf(wallet));
        QSaveFile file(path);
        return file.open(QIODevice::WriteOnly) &&
               file.write(text.data(), qint64(text.size())) == qint64(text.size()) && file.commit();
    };
    node::onResult(access.ask(write), parent, [&navigator, path](std::optional<bool> written) {
        navigator.showNotice(
            written.value_or(false)
                ? LabelFiles::tr("Written to %1.").arg(path)
                : LabelFiles::tr("%1 could not be written. Choose another place.").arg(path));
    });
}

void askToSaveLabels(node::Node& node, Navigator& navigator, QWidget* parent) {
    askForFile(parent, true, node.wallet().status()->name + QStringLiteral("-labels.jsonl"),
               [access = node.wallet().current(), &navigator, parent](const QString& path) {
                   saveLabels(path, access, navigator, parent);
               });
}

void askForLabels(node::Node& node, Navigator& navigator, QWidget* parent) {
    askForFile(parent, false, {},
               [access = node.wallet().current(), &navigator, parent](const QString& path) {
                   takeLabels(path, access, navigator, parent);
               });
}

} // namespace gui

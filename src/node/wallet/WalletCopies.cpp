#include "node/wallet/WalletCopies.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QTimeZone>

#include <algorithm>

namespace node {

namespace {

constexpr int kCopiesASecond = 10;

QString copiesFolder(const DataPaths& paths) {
    return paths.wallets() + QStringLiteral("/copies");
}

QString copyTimeFormat() {
    return QStringLiteral("yyyyMMdd-HHmmss");
}

/// "savings.20261130-221500-0.sqlite": nothing where it is none of this wallet.
std::optional<qint64> timeOfCopy(const QString& file, const QString& name) {
    const QString start = name + QLatin1Char('.'), end = QStringLiteral(".sqlite");
    if (!file.startsWith(start) || !file.endsWith(end)) return std::nullopt;
    const QString middle = file.mid(start.size(), file.size() - start.size() - end.size());
    const QString time = middle.left(middle.lastIndexOf(QLatin1Char('-')));
    QDateTime read = QDateTime::fromString(time, copyTimeFormat());
    if (!read.isValid() || middle.size() != time.size() + 2) return std::nullopt;
    read.setTimeZone(QTimeZone::utc());
    return read.toSecsSinceEpoch();
}

} // namespace

std::vector<WalletCopy> walletCopies(const DataPaths& paths, const QString& name) {
    std::vector<WalletCopy> out;
    // Names say the time, and sort by it.
    const QFileInfoList files =
        QDir(copiesFolder(paths)).entryInfoList(QDir::Files, QDir::Name | QDir::Reversed);
    for (const QFileInfo& file : files)
        if (const auto time = timeOfCopy(file.fileName(), name))
            out.push_back({file.filePath(), *time, file.size()});
    return out;
}

Result<void, storage::StorageError> keepWalletCopy(const DataPaths& paths, const QString& name,
                                                   storage::WalletDatabase& database, qint64 now) {
    const QString folder = copiesFolder(paths);
    if (!QDir().mkpath(folder)) return fail(storage::StorageError{storage::StorageError::Kind::Io, folder});
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    const QString time = QDateTime::fromSecsSinceEpoch(now, Qt::UTC).toString(copyTimeFormat());
    QString path;
    for (int i = 0; i < kCopiesASecond; ++i) {
        path = QStringLiteral("%1/%2.%3-%4.sqlite").arg(folder, name, time).arg(i);
        if (!QFile::exists(path)) break;
    }
    if (auto made = database.backUpTo(path); !made) return made;
    // The one just made stays, though a clock that was set back calls it the oldest.
    auto others = walletCopies(paths, name);
    std::erase_if(others, [&](const WalletCopy& each) { return each.path == path; });
    for (std::size_t i = kMostCopies - 1; i < others.size(); ++i)
        QFile::remove(others[i].path);
    return {};
}

} // namespace node

#include "gui/theme/Icons.h"

#include "gui/theme/Theme.h"

#include <QDir>
#include <QFile>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <cmath>

namespace gui {

namespace {

QByteArray recoloured(const QString& name, const QColor& color) {
    QFile file(QStringLiteral(":/icons/%1.svg").arg(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qWarning("There is no icon '%s'.", qPrintable(name));
        return {};
    }
    return file.readAll().replace("#000", color.name(QColor::HexRgb).toLatin1());
}

/// Asks the theme for its colour at every painting.
class LineIconEngine : public QIconEngine {
public:
    LineIconEngine(QString name, Token token) : m_name(std::move(name)), m_token(token) {}

    void paint(QPainter* painter, const QRect& area, QIcon::Mode mode, QIcon::State) override {
        paintIcon(*painter, m_name, area, colorFor(mode));
    }
    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State state) override {
        return scaledPixmap(size, mode, state, 1.0);
    }
    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State, qreal scale) override {
        const int side = static_cast<int>(std::lround(std::min(size.width(), size.height()) / scale));
        return iconPixmap(m_name, colorFor(mode), side, scale);
    }
    [[nodiscard]] QIconEngine* clone() const override { return new LineIconEngine(*this); }
    QString key() const override { return QStringLiteral("CairnLineIcon"); }
    QString iconName() override { return m_name; }
    bool isNull() override { return false; }

private:
    [[nodiscard]] QColor colorFor(QIcon::Mode mode) const {
        return color(mode == QIcon::Disabled ? Token::Text3 : m_token);
    }

    QString m_name;
    Token m_token;
};

} // namespace

QIcon icon(const QString& name, Token token) {
    return QIcon(new LineIconEngine(name, token));
}

QPixmap iconPixmap(const QString& name, const QColor& color, int size, double devicePixelRatio) {
    const int side = static_cast<int>(std::ceil(size * devicePixelRatio));
    const QString key =
        QStringLiteral("cairn-icon/%1/%2/%3").arg(name, color.name(QColor::HexArgb)).arg(side);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = QPixmap(side, side);
        pixmap.fill(Qt::transparent);
        const QByteArray svg = recoloured(name, color);
        if (!svg.isEmpty()) {
            QSvgRenderer renderer(svg);
            QPainter painter(&pixmap);
            painter.setOpacity(color.alphaF());
            renderer.render(&painter, QRectF(0, 0, side, side));
        }
        QPixmapCache::insert(key, pixmap);
    }
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

void paintIcon(QPainter& painter, const QString& name, const QRectF& area, const QColor& color) {
    const double ratio = painter.device()->devicePixelRatioF();
    const int side = static_cast<int>(std::lround(std::min(area.width(), area.height())));
    QRectF place(0, 0, side, side);
    place.moveCenter(area.center());
    // On whole device pixels, or the strokes blur.
    const QPointF corner(std::round(place.x() * ratio) / ratio, std::round(place.y() * ratio) / ratio);
    painter.drawPixmap(corner, iconPixmap(name, color, side, ratio));
}

QStringList iconNames() {
    QStringList names =
        QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")}, QDir::Files, QDir::Name);
    for (QString& name : names)
        name.chop(4);
    return names;
}

void paintLogo(QPainter& painter, const QRectF& area) {
    const double unit = std::min(area.width(), area.height()) / 24;
    const auto stone = [&](double x, double y, double width, double height, Token token) {
        painter.setBrush(color(token));
        painter.drawRoundedRect(QRectF(area.x() + x * unit, area.y() + y * unit, width * unit, height * unit),
                                height * unit / 2, height * unit / 2);
    };
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    stone(3, 15, 18, 6, Token::Text);
    stone(5.5, 8.5, 13, 5.5, Token::Accent);
    stone(8.5, 3, 7.5, 4.5, Token::F5);
    painter.restore();
}

} // namespace gui

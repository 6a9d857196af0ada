// Draws the icons that desktops want as pictures: icons FOLDER CONTEXT/NAME=FILE.svg… SIZE…
// writes FOLDER/SIZExSIZE/CONTEXT/NAME.png, as icon themes lay them out.
#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <cstdio>

namespace {

bool draw(QSvgRenderer& drawing, int side, const QString& file) {
    QImage picture(side, side, QImage::Format_ARGB32_Premultiplied);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    drawing.render(&painter, QRectF(0, 0, side, side));
    painter.end();
    return QDir().mkpath(QFileInfo(file).path()) && picture.save(file);
}

} // namespace

int main(int argc, char** argv) {
    QStringList drawings;
    QList<int> sides;
    for (int i = 2; i < argc; ++i) {
        const QString text = QString::fromLocal8Bit(argv[i]);
        const int side = text.toInt();
        if (side > 0)
            sides << side;
        else
            drawings << text;
    }
    for (const QString& entry : drawings) {
        const QString name = entry.section(QLatin1Char('='), 0, 0);
        const QString source = entry.section(QLatin1Char('='), 1);
        QSvgRenderer drawing(source);
        for (const int side : sides) {
            const QString file =
                QStringLiteral("%1/%2x%2/%3.png").arg(QString::fromLocal8Bit(argv[1])).arg(side).arg(name);
            if (drawing.isValid() && draw(drawing, side, file)) continue;
            std::fprintf(stderr, "icons: %s cannot be drawn to %s\n", qPrintable(source), qPrintable(file));
            return 1;
        }
    }
    return drawings.isEmpty() || sides.isEmpty() ? 1 : 0;
}

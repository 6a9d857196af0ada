#include "gui/TopWindow.h"

#include "gui/theme/Icons.h"
#include "gui/theme/Theme.h"

#include <QCloseEvent>
#include <QPainter>
#include <QSettings>
#include <QVBoxLayout>

namespace gui {

namespace {

constexpr auto kPlaceKey = "window/place";
constexpr int kLogoSide = 128;

QIcon programIcon() {
    QPixmap picture(kLogoSide, kLogoSide);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    paintLogo(painter, QRectF(0, 0, kLogoSide, kLogoSide));
    return QIcon(picture);
}

} // namespace

TopWindow::TopWindow(const QString& placeFile, QWidget* parent) : QWidget(parent), m_placeFile(placeFile) {
    setWindowTitle(QStringLiteral("Cairn"));
    setWindowIcon(programIcon());
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    resize(1280, 800);
    restorePlace();
}

void TopWindow::setContent(QWidget* content) {
    if (m_content) {
        m_layout->removeWidget(m_content);
        m_content->hide();
        m_content->deleteLater();
    }
    m_content = content;
    if (!content) return;
    m_layout->addWidget(content);
    content->show();
}

void TopWindow::closeEvent(QCloseEvent* event) {
    savePlace();
    if (m_mayClose) return event->accept();
    event->ignore();
    emit closeRequested();
}

void TopWindow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Bg));
}

void TopWindow::restorePlace() {
    if (m_placeFile.isEmpty()) return;
    const QSettings file(m_placeFile, QSettings::IniFormat);
    restoreGeometry(file.value(QLatin1String(kPlaceKey)).toByteArray());
}

void TopWindow::savePlace() const {
    if (m_placeFile.isEmpty()) return;
    QSettings file(m_placeFile, QSettings::IniFormat);
    file.setValue(QLatin1String(kPlaceKey), saveGeometry());
}

} // namespace gui

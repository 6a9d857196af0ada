#include "gui/TopWindow.h"

#include "gui/theme/Icons.h"
#include "gui/theme/Theme.h"

#include <QCloseEvent>
#include <QPainter>
#include <QScreen>
#include <QSettings>
#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

namespace gui {

namespace {

constexpr auto kPlaceKey = "window/place";
constexpr QSize kFirstSize(1280, 800);
constexpr QSize kFrameRoom(8, 40); // for the desktop's frame, which is not known before the window is shown
constexpr int kKeepMs = 500;       // after the last change

/// In the sizes that desktops ask for: drawn for each, not scaled.
QIcon programIcon() {
    QIcon icon;
    for (const int side : {16, 22, 24, 32, 48, 64, 128, 256}) {
        QPixmap picture(side, side);
        picture.fill(Qt::transparent);
        QPainter painter(&picture);
        painter.setRenderHint(QPainter::Antialiasing);
        paintLogo(painter, QRectF(0, 0, side, side));
        painter.end();
        icon.addPixmap(picture);
    }
    return icon;
}

void writeKept(const QString& path, const QVariantMap& values) {
    QSettings file(path, QSettings::IniFormat);
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        file.setValue(it.key(), it.value());
}

} // namespace

TopWindow::TopWindow(const QString& placeFile, QWidget* parent) : QWidget(parent), m_placeFile(placeFile) {
    setWindowTitle(QStringLiteral("Cairn"));
    setWindowIcon(programIcon());
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_writer.setMaxThreadCount(1);
    m_soon.setSingleShot(true);
    m_soon.setInterval(kKeepMs);
    // A slow disk must not hold the window up.
    connect(&m_soon, &QTimer::timeout, this, [this] {
        m_writer.start([path = m_placeFile, values = changes()] { writeKept(path, values); });
    });
    const auto bind = [this](const QKeySequence& keys, const QString& words, auto action) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setWhatsThis(words);
        connect(shortcut, &QShortcut::activated, this, action);
    };
    bind(QKeySequence(Qt::CTRL | Qt::Key_Q), tr("Quit Cairn"), [this] { emit quitRequested(); });
    bind(QKeySequence(Qt::CTRL | Qt::Key_W), tr("Close the window"), [this] { close(); });
    resize(kFirstSize.boundedTo(screen()->availableSize() - kFrameRoom));
    restorePlace();
}

TopWindow::~TopWindow() {
    keepNow();
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

bool TopWindow::event(QEvent* event) {
    const QEvent::Type type = event->type();
    if (type == QEvent::Show) m_wasSeen = true;
    if (type == QEvent::Move || type == QEvent::Resize || type == QEvent::WindowStateChange) keepSoon();
    return QWidget::event(event);
}

void TopWindow::closeEvent(QCloseEvent* event) {
    if (m_mayClose) return event->accept();
    event->ignore();
    emit closeRequested();
}

void TopWindow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Bg));
}

void TopWindow::bringToFront() {
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

// --- what is kept

void TopWindow::restorePlace() {
    restoreGeometry(kept(QLatin1String(kPlaceKey)).toByteArray());
}

QVariant TopWindow::kept(const QString& key) const {
    if (m_changed.contains(key)) return m_changed.value(key);
    return m_placeFile.isEmpty() ? QVariant() : QSettings(m_placeFile, QSettings::IniFormat).value(key);
}

void TopWindow::keep(const QString& key, const QVariant& value) {
    m_changed.insert(key, value);
    keepSoon();
}

/// Only a window that was seen has a place.
void TopWindow::keepSoon() {
    if (!m_placeFile.isEmpty() && (m_wasSeen || !m_changed.isEmpty())) m_soon.start();
}

QVariantMap TopWindow::changes() {
    QVariantMap values = std::exchange(m_changed, {});
    if (m_wasSeen) values.insert(QLatin1String(kPlaceKey), saveGeometry());
    return values;
}

void TopWindow::keepNow() {
    const bool missing = m_soon.isActive();
    m_soon.stop();
    m_writer.waitForDone(); // what it writes is older
    if (missing) writeKept(m_placeFile, changes());
}

} // namespace gui

#include "moc_TopWindow.cpp"

#include "gui/settings/EndpointEdit.h"

#include "gui/theme/Theme.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHostAddress>
#include <QNetworkInterface>
#include <QSignalBlocker>
#include <QSpinBox>

namespace gui {

namespace {

constexpr auto kNowhere = "off";

} // namespace

EndpointEdit::EndpointEdit(quint16 standardPort, QWidget* parent)
    : QWidget(parent), m_host(new QComboBox), m_port(new QSpinBox), m_standardPort(standardPort) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    row->addWidget(m_host);
    row->addWidget(m_port);
    m_host->setAccessibleName(tr("Address"));
    m_host->setMinimumWidth(px(210));
    m_port->setAccessibleName(tr("Port"));
    m_port->setRange(0, 65'535);
    m_port->setSpecialValueText(tr("any free"));
    m_port->setPrefix(tr("port "));
    m_port->setKeyboardTracking(false);
    m_port->setMinimumWidth(px(120));
    setFocusProxy(m_host);
    addHost(QLatin1String(kNowhere), tr("off"));
    addHost(QStringLiteral("127.0.0.1"), tr("this computer only"));
    addHost(QStringLiteral("0.0.0.0"), tr("all its networks"));
    for (const QHostAddress& address : QNetworkInterface::allAddresses()) {
        if (address.protocol() == QAbstractSocket::IPv4Protocol && !address.isLoopback())
            addHost(address.toString(), address.toString());
    }
    connect(m_host, &QComboBox::activated, this, [this] {
        m_port->setEnabled(m_host->currentData().toString() != QLatin1String(kNowhere));
        emit edited();
    });
    connect(m_port, &QSpinBox::valueChanged, this, &EndpointEdit::edited);
}

void EndpointEdit::addHost(const QString& host, const QString& words) {
    m_host->addItem(words, host);
}

QString EndpointEdit::text() const {
    const QString host = m_host->currentData().toString();
    if (host == QLatin1String(kNowhere)) return host;
    const QString shown = host.contains(QLatin1Char(':')) ? QStringLiteral("[%1]").arg(host) : host;
    return QStringLiteral("%1:%2").arg(shown).arg(m_port->value());
}

void EndpointEdit::setText(const QString& text) {
    const QSignalBlocker quietHost(m_host);
    const QSignalBlocker quietPort(m_port);
    QString host = text;
    int port = m_standardPort;
    const auto colon = text.lastIndexOf(QLatin1Char(':'));
    const bool hasPort =
        colon >= 0 && (text.count(QLatin1Char(':')) == 1 || text[colon - 1] == QLatin1Char(']'));
    if (hasPort) {
        host = text.left(colon);
        port = text.mid(colon + 1).toInt(); // the node has read it
    }
    if (host.startsWith(QLatin1Char('['))) host = host.mid(1, host.size() - 2);
    if (m_host->findData(host) < 0) addHost(host, host);
    m_host->setCurrentIndex(m_host->findData(host));
    m_port->setValue(port);
    m_port->setEnabled(host != QLatin1String(kNowhere));
}

} // namespace gui

#include "moc_EndpointEdit.cpp"

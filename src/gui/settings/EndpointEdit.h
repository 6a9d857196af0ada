#pragma once

#include <QWidget>

class QComboBox;
class QSpinBox;

namespace gui {

/// Where this computer listens: at which of its addresses, and at which port. Only what can be is offered.
class EndpointEdit : public QWidget {
    Q_OBJECT
public:
    /// `standardPort`: where an address stands alone.
    explicit EndpointEdit(quint16 standardPort, QWidget* parent = nullptr);

    /// "off", "127.0.0.1:5000", "[::1]:5000", "0.0.0.0".
    [[nodiscard]] QString text() const;
    void setText(const QString& text);

signals:
    /// By the user.
    void edited();

private:
    void addHost(const QString& host, const QString& words);

    QComboBox* m_host;
    QSpinBox* m_port;
    quint16 m_standardPort;
};

} // namespace gui

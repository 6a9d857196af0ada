#pragma once

#include <QLineEdit>

namespace gui {

/// A line edit with a magnifier, and the key that leads to it at its right end. Escape clears it, then gives
/// the focus back.
class SearchField : public QLineEdit {
    Q_OBJECT
public:
    explicit SearchField(QWidget* parent = nullptr) : SearchField(QString(), parent) {}
    explicit SearchField(const QString& placeholder, QWidget* parent = nullptr);
    /// "Ctrl K". Words only.
    void setKeyHint(const QString& keys);
    /// A sunken field without a border, as in the header.
    void setSunken(bool sunken);

signals:
    void escaped(); ///< Escape in the empty field

protected:
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void setMargins();
    QString m_keyHint;
};

} // namespace gui

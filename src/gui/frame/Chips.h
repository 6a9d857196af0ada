#pragma once

#include "primitives/Amount.h"

#include <QAbstractButton>
#include <QColor>

#include <optional>

namespace gui {

/// A bordered part of the header that opens a menu.
class Chip : public QAbstractButton {
    Q_OBJECT
public:
    explicit Chip(QWidget* parent);
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    /// Paints border and ground; the subclass paints the rest.
    void paintGround(QPainter& painter) const;
    void changeEvent(QEvent* event) override;
};

/// Colour, name, three words and height of the network.
class NetworkChip : public Chip {
    Q_OBJECT
public:
    explicit NetworkChip(QWidget* parent);
    void setNetwork(const QString& name, const QString& words, const QColor& networkColor);
    void setHeight(qint64 height);
    void setShowsWords(bool shows); ///< off in narrow windows
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();
    QString m_name;
    QString m_words;
    QString m_height;
    QColor m_color;
    bool m_showsWords = true;
};

/// Balance and name of the wallet.
class WalletChip : public Chip {
    Q_OBJECT
public:
    explicit WalletChip(QWidget* parent);
    void setWallet(const QString& name, std::optional<primitives::Amount> balance);
    void setShowsName(bool shows); ///< off in narrow windows
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();
    [[nodiscard]] QString figure() const;
    [[nodiscard]] QString shownName() const;
    QString m_name;
    std::optional<primitives::Amount> m_balance;
    bool m_showsName = true;
};

} // namespace gui

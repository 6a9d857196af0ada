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
    /// What a narrow window leaves out first: words and the wallet's name, then figures, then names.
    enum class Room { All, Short, Name, Mark };
    explicit Chip(QWidget* parent);
    void setRoom(Room room);
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    /// Paints border and ground; the subclass paints the rest.
    void paintGround(QPainter& painter) const;
    [[nodiscard]] Room room() const { return m_room; }
    /// What it says has changed: paints it, and has the header laid out where it needs another room.
    void changed();
    void changeEvent(QEvent* event) override;

private:
    Room m_room = Room::All;
    QSize m_laidOutFor; ///< that the header knows of
};

/// Colour, name, three words and height of the network.
class NetworkChip : public Chip {
    Q_OBJECT
public:
    explicit NetworkChip(QWidget* parent);
    void setNetwork(const QString& name, const QString& words, const QColor& networkColor);
    void setHeight(qint64 height);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();
    void nameIt();
    [[nodiscard]] QString shownName() const;
    [[nodiscard]] QString shownWords() const;
    [[nodiscard]] QString shownHeight() const;
    QString m_name;
    QString m_words;
    QString m_height;
    QColor m_color;
};

/// Balance and name of the wallet.
class WalletChip : public Chip {
    Q_OBJECT
public:
    explicit WalletChip(QWidget* parent);
    void setWallet(const QString& name, std::optional<primitives::Amount> balance);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void describe();
    [[nodiscard]] QString figure() const;
    [[nodiscard]] QString shownFigure() const;
    [[nodiscard]] QString shownName() const;
    QString m_name;
    std::optional<primitives::Amount> m_balance;
};

} // namespace gui

#pragma once

#include "primitives/Amount.h"

#include <QColor>
#include <QWidget>

#include <optional>

class QHBoxLayout;
class QLabel;

namespace gui {

class Button;
class NetworkChip;
class SearchField;
class ToggleSwitch;
class WalletChip;

/// The upper edge of the window, the same on every page: network, search, mining, wallet, hiding amounts,
/// lock. It knows no node: the window sets what it shows and listens to its signals.
class Header : public QWidget {
    Q_OBJECT
public:
    explicit Header(QWidget* parent = nullptr);

    /// `words` are the three of the fingerprint: "maple · river · otter".
    void setNetwork(const QString& name, const QString& words, const QColor& networkColor);
    void setHeight(qint64 height);
    /// `pause`: why it rests although it is on; empty = it does not.
    void setMining(bool on, double hashesPerSecond, const QString& pause = QString());
    void setMiningAvailable(bool available, const QString& why = QString());
    void setWallet(const QString& name, primitives::Amount balance);
    void setNoWallet();
    void setLocked(bool locked);
    /// Whether the lock is shown: a wallet without a password has none.
    void setLockable(bool lockable);

    [[nodiscard]] SearchField* search() const { return m_search; }
    [[nodiscard]] ToggleSwitch* miningSwitch() const { return m_miningSwitch; }

public slots:
    void focusSearch();

signals:
    void networkClicked(const QPoint& menuPosition);
    void walletClicked(const QPoint& menuPosition);
    void searchEdited(const QString& text);
    void searchAccepted(const QString& text);
    void miningToggled(bool on); ///< by the user only
    void lockClicked();

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeMiningChip();
    void measure();
    void fit();
    void showHidden();

    QHBoxLayout* m_row;
    QWidget* m_logo;
    NetworkChip* m_network;
    SearchField* m_search;
    QWidget* m_miningChip = nullptr;
    QLabel* m_miningIcon = nullptr;
    QLabel* m_rate = nullptr;
    ToggleSwitch* m_miningSwitch = nullptr;
    WalletChip* m_wallet;
    Button* m_eye;
    Button* m_lock;
    QString m_miningPause;
    double m_hashRate = 0;
    std::optional<bool> m_shownMining; ///< as the icon shows it
};

} // namespace gui

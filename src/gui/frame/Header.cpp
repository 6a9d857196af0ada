#include "gui/frame/Header.h"

#include "gui/Format.h"
#include "gui/frame/Chips.h"
#include "gui/theme/Icons.h"
#include "gui/theme/RoundBox.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/SearchField.h"
#include "gui/widgets/ToggleSwitch.h"

#include <QHBoxLayout>
#include <QPainter>

namespace gui {

namespace {

class Logo : public QWidget {
public:
    explicit Logo(QWidget* parent) : QWidget(parent) { setAccessibleName(QStringLiteral("Cairn")); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const int side = px(24);
        const QRectF mark(0, (height() - side) / 2.0, side, side);
        paintLogo(painter, mark);
        if (width() < px(90)) return;
        QFont words = roleFont(TextRole::Strong);
        words.setPixelSize(px(15));
        words.setWeight(QFont::Bold);
        const QFontMetricsF metrics(words);
        painter.setFont(words);
        painter.setPen(color(Token::Text));
        drawWords(painter, QPointF(side + px(9), (height() + metrics.ascent() - metrics.descent()) / 2),
                  QStringLiteral("Cairn"));
    }
};

constexpr int kLogoFrom = 640;
constexpr int kMarkOnly = 600; // below, chips are marks without words

/// The frame of the mining chip; its parts are widgets of their own.
class ChipFrame : public QWidget {
public:
    using QWidget::QWidget;

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        paintRoundBox(painter, rect(), px(8), color(Token::Surface), color(Token::Line));
    }
};

} // namespace

Header::Header(QWidget* parent) : QWidget(parent) {
    setAccessibleName(tr("Header"));
    m_row = new QHBoxLayout(this); // its widgets are made in the order of the focus, from left to right
    m_logo = new Logo(this);
    m_network = new NetworkChip(this);
    m_search = new SearchField(tr("Height, hash, transaction, address, label, setting …"), this);
    m_search->setSunken(true);
    m_search->setKeyHint(tr("Ctrl K"));
    QWidget* mining = makeMiningChip();
    m_wallet = new WalletChip(this);
    m_eye =
        Button::iconOnly(QStringLiteral("eye"), tr("Hide amounts (Ctrl+Shift+H)"), Button::Kind::Quiet, this);
    m_lock =
        Button::iconOnly(QStringLiteral("lock"), tr("Lock the wallet (Ctrl+L)"), Button::Kind::Quiet, this);
    m_row->addWidget(m_logo);
    m_row->addWidget(m_network);
    m_row->addWidget(m_search, 100);
    m_row->addStretch(1);
    m_row->addWidget(mining);
    m_row->addWidget(m_wallet);
    m_row->addWidget(m_eye);
    m_row->addWidget(m_lock);
    connect(m_network, &QAbstractButton::clicked, this,
            [this] { emit networkClicked(m_network->mapToGlobal(QPoint(0, m_network->height() + 4))); });
    connect(m_wallet, &QAbstractButton::clicked, this,
            [this] { emit walletClicked(m_wallet->mapToGlobal(QPoint(0, m_wallet->height() + 4))); });
    connect(m_search, &QLineEdit::textEdited, this, &Header::searchEdited);
    connect(m_search, &QLineEdit::returnPressed, this, [this] { emit searchAccepted(m_search->text()); });
    connect(m_eye, &Button::clicked, this, [] { format().setAmountsHidden(!format().amountsHidden()); });
    connect(m_lock, &Button::clicked, this, &Header::lockClicked);
    connect(&format(), &Format::changed, this, &Header::showHidden);
    setNoWallet();
    keepMeasured(this, [this] { measure(); });
}

QWidget* Header::makeMiningChip() {
    m_miningChip = new ChipFrame(this);
    auto* row = new QHBoxLayout(m_miningChip);
    m_miningIcon = new QLabel(m_miningChip);
    m_rate = new QLabel(m_miningChip);
    m_rate->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_miningSwitch = new ToggleSwitch(m_miningChip);
    m_miningSwitch->setToken(Token::Work);
    m_miningSwitch->setAccessibleName(tr("Mining"));
    m_miningSwitch->setToolTip(tr("Mining (Ctrl+M)"));
    row->addWidget(m_miningIcon);
    row->addWidget(m_rate, 1);
    row->addWidget(m_miningSwitch);
    connect(m_miningSwitch, &QAbstractButton::clicked, this, &Header::miningToggled);
    return m_miningChip;
}

void Header::setNetwork(const QString& name, const QString& words, const QColor& networkColor) {
    m_network->setNetwork(name, words, networkColor);
}

void Header::setHeight(qint64 height) {
    m_network->setHeight(height);
}

void Header::setMining(bool on, double hashesPerSecond, const QString& pause) {
    m_hashRate = hashesPerSecond;
    m_miningPause = pause;
    if (m_miningSwitch->isChecked() != on) m_miningSwitch->setChecked(on);
    m_rate->setText(!on               ? tr("not mining")
                    : pause.isEmpty() ? Format::hashRate(hashesPerSecond)
                                      : tr("paused"));
    m_rate->setToolTip(on ? pause : QString());
    setStyleProperty(m_rate, "role", on ? QString() : QStringLiteral("muted"));
    if (m_shownMining == on) return;
    m_shownMining = on;
    m_miningIcon->setPixmap(iconPixmap(QStringLiteral("mining"), color(on ? Token::Work : Token::Text3),
                                       px(16), devicePixelRatioF()));
}

void Header::setMiningAvailable(bool available, const QString& why) {
    m_miningSwitch->setEnabled(available);
    m_miningSwitch->setToolTip(available ? tr("Mining (Ctrl+M)") : why);
}

void Header::setWallet(const QString& name, primitives::Amount balance) {
    m_wallet->setWallet(name, balance);
}

void Header::setNoWallet() {
    m_wallet->setWallet(QString(), std::nullopt);
}

void Header::setLocked(bool locked) {
    m_lock->setIconName(locked ? QStringLiteral("lock") : QStringLiteral("unlock"));
    const QString name = locked ? tr("Unlock the wallet (Ctrl+L)") : tr("Lock the wallet (Ctrl+L)");
    m_lock->setAccessibleName(name);
    m_lock->setToolTip(name);
}

void Header::setLockable(bool lockable) {
    m_lock->setVisible(lockable);
}

void Header::focusSearch() {
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void Header::showHidden() {
    const bool hidden = format().amountsHidden();
    const QString name = hidden ? tr("Show amounts (Ctrl+Shift+H)") : tr("Hide amounts (Ctrl+Shift+H)");
    m_eye->setIconName(hidden ? QStringLiteral("eye-off") : QStringLiteral("eye"));
    m_eye->setAccessibleName(name);
    m_eye->setToolTip(name);
}

void Header::measure() {
    setFixedHeight(px(56));
    m_row->setContentsMargins(px(16), 0, px(12), 1);
    m_logo->setFixedSize(px(166), px(34));
    m_search->setMaximumWidth(px(520));
    m_miningChip->setFixedHeight(px(34));
    m_miningChip->layout()->setContentsMargins(px(12), 0, px(10), 0);
    m_miningChip->layout()->setSpacing(px(11));
    m_rate->setMinimumWidth(px(74));
    m_eye->setFixedSize(px(34), px(34));
    m_lock->setFixedSize(px(34), px(34));
    m_shownMining.reset(); // the icon is in the colours of the theme
    setMining(m_miningSwitch->isChecked(), m_hashRate, m_miningPause);
    fit();
}

void Header::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Surface));
    painter.fillRect(QRect(0, height() - 1, width(), 1), color(Token::Line));
}

void Header::resizeEvent(QResizeEvent*) {
    fit();
}

/// What can be missed goes first when the window is narrow. Follows from the width alone.
void Header::fit() {
    const double unit = width() * 100.0 / theme().textScale();
    m_row->setSpacing(px(unit < 600 ? 5 : unit < 900 ? 8 : 14));
    m_logo->setFixedWidth(px(unit < 1100 ? 30 : 166));
    m_logo->setVisible(unit >= kLogoFrom);
    m_network->setRoom(unit >= 1180        ? Chip::Room::All
                       : unit >= 740       ? Chip::Room::Short
                       : unit >= kMarkOnly ? Chip::Room::Name
                                           : Chip::Room::Mark);
    m_search->setKeyHint(unit >= 980 ? tr("Ctrl K") : QString());
    m_search->setMinimumWidth(px(unit >= kMarkOnly ? 90 : 60));
    m_wallet->setRoom(unit >= 860         ? Chip::Room::All
                      : unit >= kMarkOnly ? Chip::Room::Short
                                          : Chip::Room::Mark);
    m_miningIcon->setVisible(unit >= kMarkOnly);
    m_rate->setVisible(unit >= 780);
}

} // namespace gui

#include "moc_Header.cpp"

#include "gui/home/BalanceCard.h"

#include "gui/Format.h"
#include "gui/Navigator.h"
#include "gui/NetworkWords.h"
#include "gui/theme/Theme.h"
#include "gui/wallet/WalletProblemWords.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/FlowLayout.h"
#include "gui/widgets/Labels.h"
#include "node/NodeTypes.h"

#include <QVBoxLayout>

namespace gui {

namespace {

QString strong(const QString& figure) {
    return QStringLiteral("<b>%1</b>").arg(figure);
}

} // namespace

BalanceCard::BalanceCard(Navigator& navigator, QWidget* parent) : Card(tr("Wallet"), parent) {
    setMutedTitle(true);
    m_total = new BigFigure;
    body()->setSpacing(px(6));
    body()->addWidget(m_total);
    m_parts = new SentenceLabel;
    body()->addWidget(m_parts);
    body()->addStretch(1);
    auto* buttons = new FlowLayout;
    buttons->setGaps(10, 8);
    m_send = new Button(tr("Send"), Button::Kind::Primary);
    m_receive = new Button(tr("Receive"));
    m_backUp = new Button(tr("Back up words"));
    for (Button* button : {m_send, m_receive, m_backUp})
        buttons->addWidget(button);
    body()->addLayout(buttons);
    connect(m_send, &Button::clicked, this, [&navigator] { navigator.openSend(); });
    connect(m_receive, &Button::clicked, this, [&navigator] { navigator.openReceive(); });
    connect(m_backUp, &Button::clicked, this, &BalanceCard::backUpRequested);
}

void BalanceCard::showWallet(const node::WalletStatus& wallet, std::int32_t chainHeight) {
    for (Button* button : {m_send, m_receive})
        button->setEnabled(wallet.isOpen);
    m_backUp->setVisible(wallet.isOpen && !wallet.backedUp);
    if (!wallet.isOpen) {
        setTitle(tr("No wallet"));
        m_total->setFigure(QStringLiteral("–"));
        m_parts->setSentence(wallet.problem ? walletProblemWords(*wallet.problem).toHtmlEscaped()
                                            : tr("You can explore and mine without one."));
        return;
    }
    setTitle(walletTitle(wallet.name));
    m_total->setAmount(wallet.balance.total());
    showParts(wallet, chainHeight);
}

void BalanceCard::showParts(const node::WalletStatus& wallet, std::int32_t chainHeight) {
    const wallet::WalletBalance& balance = wallet.balance;
    QStringList parts{tr("%1 spendable").arg(strong(format().rounded(balance.spendable)))};
    const std::int32_t left = balance.nextMaturityHeight - chainHeight - 1;
    const bool maturing = balance.immature.satoshi() > 0;
    const QString figure = format().rounded(balance.immature);
    parts << (maturing && left > 0
                  ? tr("<work>%1</work> maturing, next in %n block(s)", nullptr, left).arg(figure)
                  : tr("%1 maturing")
                        .arg(maturing ? QStringLiteral("<work>%1</work>").arg(figure) : strong(figure)));
    parts << (wallet.scanning ? tr("<work>Looking through the chain…</work>")
                              : tr("%1 on the way").arg(strong(format().rounded(balance.unconfirmed))));
    // Where there is not room for all three in one line, a part goes to the next line as a whole.
    for (QString& part : parts)
        part.replace(QLatin1Char(' '), QLatin1String("&nbsp;"));
    m_parts->setSentence(parts.join(QStringLiteral("&nbsp;&nbsp;&nbsp; ")));
}

} // namespace gui

#include "moc_BalanceCard.cpp"

#include "gui/wallet/CoinsDialog.h"

#include "gui/Format.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "node/Node.h"
#include "node/OnResult.h"
#include "ui_CoinsDialog.h"

#include <algorithm>

namespace gui {

namespace {

QString originOf(const wallet::WalletCoin& coin) {
    if (coin.fromCoinbase) return CoinsDialog::tr("mined, block %1").arg(Format::count(coin.height));
    if (coin.height < 0) return CoinsDialog::tr("change, not yet in a block");
    return coin.isChange ? CoinsDialog::tr("change, block %1").arg(Format::count(coin.height))
                         : CoinsDialog::tr("received, block %1").arg(Format::count(coin.height));
}

/// As the wallet itself judges: mature, and in a block unless it is our own change.
bool mayPay(const wallet::WalletCoin& coin, std::int32_t chainHeight, std::int32_t maturity) {
    if (coin.height < 0) return coin.isChange;
    return !coin.fromCoinbase || chainHeight + 1 - coin.height >= maturity;
}

} // namespace

CoinsDialog::CoinsDialog(node::Node& node, std::vector<primitives::OutPoint> chosen, QWidget* parent)
    : FormDialog(tr("Which coins pay?"),
                 tr("Coins that pay together are seen to belong together. Tick none, and the wallet takes "
                    "the best ones."),
                 tr("Use these coins"), parent),
      m_node(node), m_before(std::move(chosen)), m_ui(std::make_unique<Ui::CoinsDialog>()) {
    setObjectName(QStringLiteral("coinsDialog"));
    addForm(*m_ui);
    m_ui->coinList->setMinimumSize(px(560), px(280));
    connect(m_ui->coinList, &QListWidget::itemChanged, this, &CoinsDialog::renewSum);
    connect(this, &FormDialog::submitted, this, [this] {
        std::vector<primitives::OutPoint> coins;
        primitives::Amount sum;
        for (const std::size_t at : ticked()) {
            coins.push_back(m_coins[at].outpoint);
            sum += m_coins[at].output.value;
        }
        emit this->chosen(coins, sum);
        accept();
    });
    const auto read = [maturity = node.params().rules().coinbaseMaturity](const wallet::Wallet& wallet,
                                                                          std::int32_t height) {
        auto coins = wallet.coins();
        std::erase_if(coins, [&](const wallet::WalletCoin& coin) { return !mayPay(coin, height, maturity); });
        std::ranges::sort(coins, std::ranges::greater(),
                          [](const wallet::WalletCoin& coin) { return coin.output.value.satoshi(); });
        return coins;
    };
    node::onResult(node.wallet().ask(read), this,
                   [this](const std::optional<std::vector<wallet::WalletCoin>>& coins) {
                       if (coins) show(*coins);
                   });
}

CoinsDialog::~CoinsDialog() = default;

void CoinsDialog::show(const std::vector<wallet::WalletCoin>& coins) {
    m_coins = coins;
    m_ui->coinList->clear();
    for (const wallet::WalletCoin& coin : m_coins) {
        const auto address = script::toAddress(coin.output.scriptPubKey, m_node.params().addresses);
        const QString where = address ? Format::shortened(QString::fromStdString(*address)) : QString();
        auto* item = new QListWidgetItem(
            QStringLiteral("%1   %2   %3").arg(format().amount(coin.output.value), originOf(coin), where));
        item->setFlags(item->flags() | Qt::ItemIsUserCheckable);
        item->setCheckState(std::ranges::find(m_before, coin.outpoint) != m_before.end() ? Qt::Checked
                                                                                         : Qt::Unchecked);
        item->setFont(roleFont(TextRole::Mono));
        m_ui->coinList->addItem(item);
    }
    if (m_ui->coinList->count() > 0) m_ui->coinList->setCurrentRow(0);
    renewSum();
    if (m_coins.empty()) showNone();
}

/// There is nothing to choose: one sentence instead of an empty list, and one way out.
void CoinsDialog::showNone() {
    const int maturity = m_node.params().rules().coinbaseMaturity;
    m_ui->noCoins->setIconName(QStringLiteral("coins"));
    m_ui->noCoins->setText(tr("No coin can pay yet. What others send you can pay once it is in a block, what "
                              "you mine %n block(s) later.",
                              nullptr, maturity));
    m_ui->noCoins->show();
    for (QWidget* part : std::initializer_list<QWidget*>{m_ui->coinList, m_ui->sumLabel, acceptButton()})
        part->hide();
    setSentence({});
    cancelButton()->setText(tr("Close"));
    cancelButton()->setFocus();
    resize(width(), 1); // it grows to what it says now
}

std::vector<std::size_t> CoinsDialog::ticked() const {
    std::vector<std::size_t> rows;
    for (int row = 0; row < m_ui->coinList->count(); ++row)
        if (m_ui->coinList->item(row)->checkState() == Qt::Checked)
            rows.push_back(static_cast<std::size_t>(row));
    return rows;
}

void CoinsDialog::renewSum() {
    if (m_ui->coinList->count() < static_cast<int>(m_coins.size())) return; // still being filled
    primitives::Amount sum;
    const auto rows = ticked();
    for (const std::size_t at : rows)
        sum += m_coins[at].output.value;
    acceptButton()->setText(rows.empty() ? tr("Let the wallet choose") : tr("Use these coins"));
    m_ui->sumLabel->setSentence(rows.empty()
                                    ? tr("%n coin(s) can pay.", nullptr, static_cast<int>(m_coins.size()))
                                    : tr("%n coin(s), <b>%1</b>", nullptr, static_cast<int>(rows.size()))
                                          .arg(format().withUnit(sum)));
}

} // namespace gui

#include "moc_CoinsDialog.cpp"

#include "gui/wallet/CoinsDialog.h"

#include "gui/Format.h"
#include "gui/models/CoinListModel.h"
#include "gui/theme/Theme.h"
#include "gui/wallet/CoinTable.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/SentenceLabel.h"
#include "node/Node.h"

#include <QVBoxLayout>

namespace gui {

CoinsDialog::CoinsDialog(node::Node& node, std::vector<primitives::OutPoint> chosen, QWidget* parent)
    : FormDialog(tr("Which coins pay?"),
                 tr("Coins that pay together are seen to belong together. Tick none, and the wallet takes "
                    "the best ones."),
                 tr("Use these coins"), parent),
      m_node(node), m_model(new CoinListModel(node, {.byAge = false, .onlyPaying = true}, this)) {
    setObjectName(QStringLiteral("coinsDialog"));
    m_table = new CoinTable(m_model);
    m_table->setObjectName(QStringLiteral("coinTable"));
    m_none = new EmptyState;
    m_none->hide();
    m_sum = new SentenceLabel;
    for (QWidget* part : std::initializer_list<QWidget*>{m_table, m_none, m_sum})
        body()->addWidget(part);
    keepMeasured(this, [this] { m_table->setMinimumSize(px(600), px(280)); });
    connect(m_model, &CoinListModel::fieldChanged, this, &CoinsDialog::showField);
    connect(m_model, &CoinListModel::choiceChanged, this, &CoinsDialog::showChoice);
    connect(&format(), &Format::changed, this, &CoinsDialog::showChoice);
    connect(&node, &node::Node::walletChanged, m_model, &CoinListModel::renew);
    connect(this, &FormDialog::submitted, this, &CoinsDialog::give);
    m_model->renew();
    m_model->choose({chosen.begin(), chosen.end()});
    showChoice();
}

void CoinsDialog::give() {
    emit chosen({m_model->chosen().begin(), m_model->chosen().end()}, m_model->chosenSum());
    accept();
}

void CoinsDialog::showField() {
    const auto& field = m_model->field();
    if (field && field->count == 0) return showNone();
    showChoice();
    if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0) m_table->selectRow(0);
}

/// There is nothing to choose: one sentence instead of an empty list, and one way out.
void CoinsDialog::showNone() {
    if (!m_none->isHidden()) return;
    const int maturity = m_node.params().rules().coinbaseMaturity;
    m_none->setIconName(QStringLiteral("coins"));
    m_none->setText(tr("No coin can pay yet. What others send you can pay once it is in a block, what "
                       "you mine %n block(s) later.",
                       nullptr, maturity));
    m_none->show();
    for (QWidget* part : std::initializer_list<QWidget*>{m_table, m_sum, acceptButton()})
        part->hide();
    setSentence({});
    cancelButton()->setText(tr("Close"));
    cancelButton()->setFocus();
    resize(width(), 1); // it grows to what it says now
}

void CoinsDialog::showChoice() {
    const auto& rows = m_model->chosenRows();
    const int count = m_model->field() ? m_model->field()->count : 0;
    acceptButton()->setText(rows.empty() ? tr("Let the wallet choose") : tr("Use these coins"));
    m_sum->setSentence(rows.empty() ? tr("%n coin(s) can pay.", nullptr, count)
                                    : tr("%n coin(s), <b>%1</b>", nullptr, static_cast<int>(rows.size()))
                                          .arg(format().withUnit(m_model->chosenSum())));
}

} // namespace gui

#include "moc_CoinsDialog.cpp"

#include "gui/network/BlockDialog.h"

#include "gui/Navigator.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Labels.h"
#include "node/Node.h"

#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace gui {

namespace {

constexpr int kHourSeconds = 60 * 60;
constexpr int kDaySeconds = 24 * kHourSeconds;

QString blockingTitle(const QString& address) {
    return address.isEmpty() ? BlockDialog::tr("Block an address")
                             : BlockDialog::tr("Block %1?").arg(address);
}

} // namespace

BlockDialog::BlockDialog(node::Node& node, Navigator& navigator, const QString& address, QWidget* parent)
    : FormDialog(blockingTitle(address),
                 tr("It is neither dialled nor let in. Blocks and payments already taken from it stay. You "
                    "can take this back under Blocked."),
                 tr("Block it"), parent),
      m_node(node), m_navigator(navigator), m_address(address), m_span(new QComboBox) {
    setObjectName(QStringLiteral("blockDialog"));
    acceptButton()->setKind(Button::Kind::Danger);
    if (address.isEmpty()) {
        m_field = addField(tr("&Address, or a whole subnet"));
        m_field->setObjectName(QStringLiteral("blockAddressEdit"));
        m_field->setPlaceholderText(QStringLiteral("192.168.1.44"));
    }
    m_span->setObjectName(QStringLiteral("blockSpan"));
    m_span->addItem(tr("an hour"), kHourSeconds);
    m_span->addItem(tr("a day"), kDaySeconds);
    m_span->addItem(tr("a week"), 7 * kDaySeconds);
    m_span->addItem(tr("a year"), 365 * kDaySeconds);
    m_span->setCurrentIndex(1);
    body()->addWidget(makeFieldName(tr("For &how long"), m_span));
    body()->addWidget(m_span);
    connect(this, &FormDialog::submitted, this, &BlockDialog::block);
}

void BlockDialog::block() {
    const QString address = m_field ? m_field->text().trimmed() : m_address;
    if (address.isEmpty())
        return showProblem(tr("Enter an address such as 192.168.1.44, or a subnet such as 192.168.1.0/24."));
    const std::int64_t until = m_node.clock().now() + m_span->currentData().toInt();
    await(m_node.peers().ban(address, until), tr("Blocking…"), [this, address](node::BanOutcome outcome) {
        if (outcome == node::BanOutcome::NoAddress)
            return showProblem(tr(
                "That is no address. Enter one such as 192.168.1.44, or a subnet such as 192.168.1.0/24."));
        if (outcome == node::BanOutcome::NoChange) return showProblem(tr("It is blocked already."));
        m_navigator.showNotice(tr("%1 is blocked.").arg(address));
        accept();
    });
}

void letIn(node::Node& node, Navigator& navigator, const QString& subnet, QObject* receiver) {
    node::onResult(node.peers().unban(subnet), receiver, [&navigator, subnet](node::BanOutcome outcome) {
        navigator.showNotice(
            outcome == node::BanOutcome::Done
                ? BlockDialog::tr("%1 may come again.").arg(subnet)
                : BlockDialog::tr("%1 was not blocked by itself, but as part of a subnet: see "
                                  "under Blocked.")
                      .arg(subnet));
    });
}

} // namespace gui

#include "moc_BlockDialog.cpp"

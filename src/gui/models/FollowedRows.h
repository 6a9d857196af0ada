#pragma once

#include "gui/models/PagedModel.h"
#include "node/Node.h"
#include "node/OnResult.h"

#include <memory>
#include <optional>
#include <utility>

namespace gui {

/// Writes a label of one of the wallet's addresses; `done(bool isKept)` on the main thread.
template <class F>
void writeAddressLabel(node::Node& node, const QString& address, const QString& label, QObject* context,
                       F done) {
    node::onResult(
        node.wallet().setAddressLabel(address.toStdString(), label.toStdString()), context,
        [done](const node::WalletAccess::Reply<void>& written) { done(written && *written); },
        [done] { done(false); });
}

/// Pages of a list that lives on the wallet's thread and is brought level there when the wallet moves on.
/// `Lines` has the types Row and Step (with `size` and `kept`), and
///   Step follow(const wallet::Wallet&, std::int32_t chainHeight)
///   std::vector<Row> rows(const wallet::Wallet&, int first, int count)
/// Thread: main.
template <class Lines>
class FollowedRows : public PagedRows<typename Lines::Row> {
public:
    using Row = typename Lines::Row;
    using Step = typename Lines::Step;
    /// Null while the row is on its way.
    [[nodiscard]] const Row* row(int row) const { return this->rowAt(row); }

protected:
    FollowedRows(node::Node& node, QObject* parent) : PagedRows<Row>(parent), m_node(node) {}

    [[nodiscard]] node::Node& node() const { return m_node; }
    [[nodiscard]] bool hasLines() const { return m_lines != nullptr; }

    /// Another list. The rows of before stay until the answer is here.
    void startWith(std::shared_ptr<Lines> lines) {
        m_lines = std::move(lines);
        m_starting = true;
        m_following = false;
        follow();
    }

    /// Brings the list level with the wallet.
    void follow() {
        if (m_following) {
            m_followAgain = true;
            return;
        }
        m_following = true;
        const auto answered = [this, lines = m_lines](const std::optional<Step>& step) {
            if (lines == m_lines) take(step.value_or(Step{})); // else another list meanwhile
        };
        node::onResult(
            m_node.wallet().ask([lines = m_lines](const wallet::Wallet& wallet, std::int32_t height) {
                return lines->follow(wallet, height);
            }),
            this, answered, [answered] { answered(std::nullopt); });
    }

    /// The rows are those of `step` now.
    virtual void followed(const Step& step) = 0;

private:
    void take(const Step& step) {
        m_following = false;
        if (std::exchange(m_starting, false))
            this->restart(step.size);
        else
            this->change(step.kept, step.size);
        this->renewPages();
        followed(step);
        if (std::exchange(m_followAgain, false)) follow();
    }

    void ask(int page, int first, int count, quint64 ticket) override {
        const auto read = [lines = m_lines, first, count](const wallet::Wallet& wallet, std::int32_t) {
            return lines->rows(wallet, first, count);
        };
        const auto give = [this, page, ticket](std::optional<std::vector<Row>> rows) {
            this->answer(page, ticket, rows ? std::move(*rows) : std::vector<Row>());
        };
        node::onResult(m_node.wallet().ask(read), this, give, [give] { give(std::nullopt); });
    }

    node::Node& m_node;
    std::shared_ptr<Lines> m_lines; ///< used on the wallet's thread only
    bool m_following = false;
    bool m_followAgain = false;
    bool m_starting = false; ///< another list is on its way
};

} // namespace gui

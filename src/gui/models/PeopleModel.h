#pragma once

#include "gui/models/PeopleLines.h"
#include "gui/models/WalletMark.h"
#include "gui/widgets/RowList.h"

namespace node {
class Node;
}

namespace gui {

/// The people of the open wallet's address book. The wallet's thread finds them and adds up.  Thread: main.
class PeopleModel : public RowList<PersonLine> {
    Q_OBJECT
public:
    enum Column { Person, Last, When, Received, Paid, ColumnCount };

    explicit PeopleModel(node::Node& node, QObject* parent = nullptr);

    /// The wallet moved on: asks again where something may have changed.
    void renew();
    /// Only those with this in their name or an address of theirs.
    void setSearch(const QString& text);
    [[nodiscard]] bool isSearch() const { return !m_search.isEmpty(); }
    /// Null where there is no such row.
    [[nodiscard]] const PersonLine* row(int row) const;
    /// -1: not shown.
    [[nodiscard]] int rowOf(const QString& name) const;
    /// Of the whole book.
    [[nodiscard]] int count() const { return m_all ? static_cast<int>(m_all->size()) : 0; }

    using Facts = std::optional<std::optional<PersonFacts>>;
    /// Of the wallet as it is now; cancelled or nothing: no wallet, or nobody of that name.
    void askFacts(const QString& name, std::size_t most, QObject* owner,
                  std::function<void(const std::optional<PersonFacts>&)> take);

    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// The book has been read, or read again.
    void followed();

private:
    void ask();
    void showFound();
    [[nodiscard]] static QString textOf(const PersonLine& line, int column);

    node::Node& m_node;
    std::shared_ptr<PeopleLines> m_lines; ///< used on the wallet's thread only
    PeopleLines::Lines m_all;
    QString m_search;
    WalletMark m_mark;
    bool m_asking = false;
    bool m_askAgain = false;
};

} // namespace gui

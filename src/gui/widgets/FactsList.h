#pragma once

#include "gui/widgets/Things.h"

#include <QHash>
#include <QString>
#include <QWidget>

#include <functional>

class QGridLayout;
class QLabel;

namespace gui {

class Navigator;

/// Rows of a name and what it is, with hairlines between them: "Fee — 0.000 052 00 · 21.0 sat/vB".
/// Values are text, or any widget (HashLabel, AmountLabel, Stepper).
class FactsList : public QWidget {
    Q_OBJECT
public:
    enum class Values { Leading, Trailing };
    explicit FactsList(QWidget* parent = nullptr) : FactsList(Values::Leading, parent) {}
    explicit FactsList(Values values, QWidget* parent = nullptr);

    // Each adds the row, or changes its value when `name` is there already. A value of the same kind is
    // changed in place: it keeps the focus, and a press that has begun.
    /// `role` as in LabelRoles.h.
    void setFact(const QString& name, const QString& value, const char* role = nullptr);
    void setFact(const QString& name, QWidget* value);
    /// Words that lead somewhere, opened with a click or with Enter. `behind` follows them, faint; `what` is
    /// what they stand for, for their menu.
    void setLink(const QString& name, const QString& text, std::function<void()> open,
                 const QString& behind = {}, const ThingText& what = {}, Navigator* navigator = nullptr);
    /// A hash or an address: shortened, copied with a click, with the menu of what it stands for.
    void setHash(const QString& name, const ThingText& what, Navigator* navigator, int head = 0,
                 int tail = 0);
    void setFactTip(const QString& name, const QString& tip); ///< the exact value, on hover
    void removeFact(const QString& name);
    void clear();
    [[nodiscard]] QString factText(const QString& name) const;
    void setValues(Values values); ///< before the first fact
    void setCompact(bool compact); ///< rows of 30 px instead of 36
    void setLongNames();           ///< names are sentences, which break; before the first fact

protected:
    void paintEvent(QPaintEvent* event) override;
    void enterEvent(QEnterEvent* event) override;

private:
    struct Row {
        QLabel* name = nullptr;
        QWidget* value = nullptr;
        int index = 0;
    };
    Row& rowFor(const QString& name);
    void place(Row& row, QWidget* value);
    [[nodiscard]] int rowHeight() const;

    QGridLayout* m_grid;
    QHash<QString, Row> m_rows;
    Values m_values;
    int m_next = 0;
    bool m_compact = false;
    bool m_longNames = false;
};

} // namespace gui

#include "gui/widgets/FactsList.h"

#include "gui/theme/Theme.h"
#include "gui/widgets/Labels.h"

#include <QGridLayout>
#include <QPainter>

namespace gui {

namespace {

/// Remembers how high it is: layouts ask many times, and each answer lays the text out.
class ValueLabel : public QLabel {
public:
    using QLabel::QLabel;
    void setValue(const QString& value) {
        m_heights.clear();
        setText(value);
    }
    [[nodiscard]] int heightForWidth(int width) const override {
        const auto known = m_heights.constFind(width);
        return known != m_heights.constEnd() ? *known
                                             : *m_heights.insert(width, QLabel::heightForWidth(width));
    }

protected:
    void changeEvent(QEvent* event) override {
        m_heights.clear();
        QLabel::changeEvent(event);
    }

private:
    mutable QHash<int, int> m_heights;
};

} // namespace

FactsList::FactsList(Values values, QWidget* parent) : QWidget(parent), m_values(values) {
    m_grid = new QGridLayout(this);
    m_grid->setContentsMargins(px(8), 0, px(8), 0);
    m_grid->setHorizontalSpacing(px(20));
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(1, 1);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void FactsList::setValues(Values values) {
    m_values = values;
}

int FactsList::rowHeight() const {
    return px(m_compact ? 30 : 36);
}

FactsList::Row& FactsList::rowFor(const QString& name) {
    Row& row = m_rows[name];
    if (!row.name) {
        row.index = m_next++;
        row.name = makeLabel(name, "muted", this);
        m_grid->addWidget(row.name, row.index, 0);
        m_grid->setRowMinimumHeight(row.index, rowHeight());
    }
    return row;
}

void FactsList::place(Row& row, QWidget* value) {
    if (row.value && row.value != value) {
        row.value->hide();
        row.value->deleteLater();
    }
    row.value = value;
    value->setParent(this);
    const Qt::Alignment side = m_values == Values::Trailing ? Qt::AlignRight : Qt::Alignment();
    const bool isText = qobject_cast<QLabel*>(value);
    m_grid->addWidget(value, row.index, 1, isText ? Qt::Alignment() : side | Qt::AlignVCenter);
    row.name->setBuddy(value);
    value->show();
    update();
}

void FactsList::setFact(const QString& name, const QString& value, const char* role) {
    Row& row = rowFor(name);
    auto* label = dynamic_cast<ValueLabel*>(row.value);
    if (!label) {
        label = new ValueLabel(this);
        label->setWordWrap(true);
        label->setAlignment((m_values == Values::Trailing ? Qt::AlignRight : Qt::AlignLeft) |
                            Qt::AlignVCenter);
        place(row, label);
    }
    label->setValue(value);
    label->setAccessibleName(QStringLiteral("%1: %2").arg(name, value));
    setStyleProperty(label, "role", QLatin1String(role ? role : ""));
}

void FactsList::setFact(const QString& name, QWidget* value) {
    place(rowFor(name), value);
    if (value->accessibleName().isEmpty()) value->setAccessibleName(name);
}

void FactsList::setFactTip(const QString& name, const QString& tip) {
    if (m_rows.contains(name) && m_rows[name].value) m_rows[name].value->setToolTip(tip);
}

void FactsList::removeFact(const QString& name) {
    const Row row = m_rows.take(name);
    if (row.name) {
        m_grid->setRowMinimumHeight(row.index, 0);
        row.name->hide();
        row.name->deleteLater();
    }
    if (row.value) {
        row.value->hide();
        row.value->deleteLater();
    }
    update();
}

void FactsList::clear() {
    for (const QString& name : m_rows.keys())
        removeFact(name);
    m_next = 0;
}

QString FactsList::factText(const QString& name) const {
    const auto* label = qobject_cast<const QLabel*>(m_rows.value(name).value);
    return label ? label->text() : QString();
}

void FactsList::setCompact(bool compact) {
    m_compact = compact;
    for (const Row& row : std::as_const(m_rows))
        m_grid->setRowMinimumHeight(row.index, rowHeight());
}

void FactsList::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    int last = -1;
    for (const Row& row : std::as_const(m_rows))
        last = std::max(last, row.index);
    for (const Row& row : std::as_const(m_rows)) {
        if (row.index == last) continue;
        int bottom = row.name->geometry().bottom();
        if (qobject_cast<QLabel*>(row.value)) bottom = std::max(bottom, row.value->geometry().bottom());
        painter.fillRect(0, bottom, width(), 1, color(Token::Line));
    }
}

/// Text that can be selected is laid out as a document each time: only where the mouse is.
void FactsList::enterEvent(QEnterEvent* event) {
    for (const Row& row : std::as_const(m_rows)) {
        if (auto* label = dynamic_cast<ValueLabel*>(row.value))
            label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    QWidget::enterEvent(event);
}

void FactsList::changeEvent(QEvent* event) {
    if (event->type() == QEvent::StyleChange)
        for (const Row& row : std::as_const(m_rows))
            m_grid->setRowMinimumHeight(row.index, rowHeight());
    QWidget::changeEvent(event);
}

} // namespace gui

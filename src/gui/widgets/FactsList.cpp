#include "gui/widgets/FactsList.h"

#include "gui/theme/Theme.h"
#include "gui/widgets/Labels.h"

#include <QGridLayout>
#include <QPainter>

namespace gui {

namespace {

constexpr int kBelowRows = 120; // more rows than any list has
constexpr int kAroundText = 5;  // between a hairline and a value of more lines than one

/// Remembers how high it is: layouts ask many times, and each answer lays the text out.
class ValueLabel : public QLabel {
public:
    explicit ValueLabel(QWidget* parent) : QLabel(parent) {
        setTextFormat(Qt::PlainText); // values come from anywhere
    }
    void setValue(const QString& value) {
        if (value == text()) return;
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

/// A link that can be told anew where it leads.
class LinkLabel : public SentenceLabel {
public:
    explicit LinkLabel(QWidget* parent) : SentenceLabel(parent) {
        setWordWrap(false);
        setFocusPolicy(Qt::StrongFocus);
        setContextMenuPolicy(Qt::CustomContextMenu);
        connect(
            this, &QLabel::linkActivated, this,
            [this] {
                if (open) open();
            },
            Qt::QueuedConnection);
        connect(this, &QWidget::customContextMenuRequested, this, [this](const QPoint& at) {
            if (what.thing != Thing::None) popUpThings(this, {what}, navigator, mapToGlobal(at));
        });
    }
    std::function<void()> open;
    ThingText what;
    Navigator* navigator = nullptr;
};

} // namespace

FactsList::FactsList(Values values, QWidget* parent) : QWidget(parent), m_values(values) {
    m_grid = new QGridLayout(this);
    m_grid->setVerticalSpacing(0);
    m_grid->setColumnStretch(1, 1);
    m_grid->setRowStretch(kBelowRows, 1); // rows keep their height where the list has more room than it needs
    keepMeasured(this, [this] {
        m_grid->setContentsMargins(px(8), 0, px(8), 0);
        m_grid->setHorizontalSpacing(px(20));
        setCompact(m_compact);
    });
}

void FactsList::setValues(Values values) {
    m_values = values;
}

void FactsList::setLongNames() {
    m_longNames = true;
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 0);
}

int FactsList::rowHeight() const {
    return px(m_compact ? 30 : 36);
}

FactsList::Row& FactsList::rowFor(const QString& name) {
    Row& row = m_rows[name];
    if (!row.name) {
        row.index = m_next++;
        row.name = makeLabel(name, "muted", this);
        row.name->setWordWrap(m_longNames);
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
    if (dynamic_cast<ValueLabel*>(value)) value->setContentsMargins(0, px(kAroundText), 0, px(kAroundText));
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
    const QString spoken = QStringLiteral("%1: %2").arg(name, value);
    if (label->accessibleName() != spoken) label->setAccessibleName(spoken);
    setStyleProperty(label, "role", QLatin1String(role ? role : ""));
}

void FactsList::setLink(const QString& name, const QString& text, std::function<void()> open,
                        const QString& behind, const ThingText& what, Navigator* navigator) {
    Row& row = rowFor(name);
    auto* label = dynamic_cast<LinkLabel*>(row.value);
    if (!label) {
        label = new LinkLabel(this);
        label->setAlignment((m_values == Values::Trailing ? Qt::AlignRight : Qt::AlignLeft) |
                            Qt::AlignVCenter);
        place(row, label);
    }
    QString sentence = QStringLiteral("<a href=\"open\">%1</a>").arg(text.toHtmlEscaped());
    if (!behind.isEmpty()) sentence += QStringLiteral("&nbsp; <faint>%1</faint>").arg(behind.toHtmlEscaped());
    if (label->sentence() != sentence) label->setSentence(sentence);
    label->setAccessibleName(text);
    label->open = std::move(open);
    label->what = what;
    label->navigator = navigator;
}

void FactsList::setHash(const QString& name, const ThingText& what, Navigator* navigator, int head,
                        int tail) {
    Row& row = rowFor(name);
    auto* label = dynamic_cast<HashLabel*>(row.value);
    if (!label) {
        label = new HashLabel(this);
        label->setShortened(head, tail);
        place(row, label);
    }
    label->setText(what.text);
    label->setThing(what.thing, navigator);
}

void FactsList::setFact(const QString& name, QWidget* value) {
    place(rowFor(name), value);
    if (value->accessibleName().isEmpty()) value->setAccessibleName(name);
}

void FactsList::setFactTip(const QString& name, const QString& tip) {
    if (m_rows.contains(name) && m_rows[name].value) m_rows[name].value->setToolTip(tip);
}

void FactsList::removeFact(const QString& name) {
    if (!m_rows.contains(name)) return;
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
    for (const Row& row : std::as_const(m_rows)) {
        m_grid->setRowMinimumHeight(row.index, rowHeight());
        if (dynamic_cast<ValueLabel*>(row.value))
            row.value->setContentsMargins(0, px(kAroundText), 0, px(kAroundText));
    }
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

} // namespace gui

#include "moc_FactsList.cpp"

#include "gui/settings/SettingLine.h"

#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Labels.h"

#include <QEvent>
#include <QGridLayout>
#include <QPainter>
#include <QStyle>
#include <QVector>

#include <algorithm>

namespace gui {

namespace {

/// Words beside the control, or above it where both have no room in one line.
class SettingLineLayout : public QGridLayout {
public:
    explicit SettingLineLayout(QWidget* parent) : QGridLayout(parent) {}
    [[nodiscard]] QSize minimumSize() const override {
        int widest = 0;
        for (int column : {Words, Control})
            widest = std::max(widest, leastWidth(column));
        return {widest + sides(), QGridLayout::minimumSize().height()};
    }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override {
        if (isStackedAt(width)) return arrange(QRect(0, 0, width, 0), false);
        return QGridLayout::hasHeightForWidth() ? QGridLayout::heightForWidth(width)
                                                : QGridLayout::sizeHint().height();
    }
    [[nodiscard]] int minimumHeightForWidth(int width) const override { return heightForWidth(width); }
    void setGeometry(const QRect& area) override {
        if (!isStackedAt(area.width())) return QGridLayout::setGeometry(area);
        QLayout::setGeometry(area);
        (void)arrange(area, true);
    }

private:
    enum Column { Words, Control };
    [[nodiscard]] QVector<QLayoutItem*> itemsOf(Column wanted) const {
        QVector<QLayoutItem*> out;
        for (int i = 0; i < count(); ++i) {
            int row = 0, column = 0, rows = 0, columns = 0;
            getItemPosition(i, &row, &column, &rows, &columns);
            if ((column > 0) == (wanted == Control) && !itemAt(i)->isEmpty()) out << itemAt(i);
        }
        return out;
    }
    [[nodiscard]] int sides() const { return contentsMargins().left() + contentsMargins().right(); }
    /// Words are below one another, the control and what belongs to it side by side.
    [[nodiscard]] int leastWidth(int column) const {
        int width = 0;
        for (const QLayoutItem* item : itemsOf(static_cast<Column>(column))) {
            const int one = item->minimumSize().width();
            width =
                column == Words ? std::max(width, one) : width + (width > 0 ? horizontalSpacing() : 0) + one;
        }
        return width;
    }
    [[nodiscard]] bool isStackedAt(int width) const {
        return leastWidth(Words) + horizontalSpacing() + leastWidth(Control) + sides() > width;
    }
    /// The height that is needed.
    int arrange(const QRect& whole, bool place) const {
        const QRect area = whole.marginsRemoved(contentsMargins());
        const Qt::LayoutDirection direction = parentWidget()->layoutDirection();
        int y = area.top();
        for (QLayoutItem* item : itemsOf(Words)) {
            const int high =
                item->hasHeightForWidth() ? item->heightForWidth(area.width()) : item->sizeHint().height();
            if (place) item->setGeometry(QRect(area.left(), y, area.width(), high));
            y += high + verticalSpacing();
        }
        int x = area.left();
        int highest = 0;
        for (QLayoutItem* item : itemsOf(Control))
            highest = std::max(highest, item->sizeHint().height());
        for (QLayoutItem* item : itemsOf(Control)) {
            const int wide = std::min(item->sizeHint().expandedTo(item->minimumSize()).width(), area.width());
            const QRect at(x, y, wide, highest);
            if (place) item->setGeometry(QStyle::visualRect(direction, area, at));
            x += wide + horizontalSpacing();
        }
        return y + highest - whole.top() + contentsMargins().bottom();
    }
};

} // namespace

SettingLine::SettingLine(const QString& label, const QString& sentence, QWidget* parent)
    : QWidget(parent), m_words(label + QLatin1Char(' ') + sentence), m_grid(new SettingLineLayout(this)) {
    m_label = makeLabel(label, "strong");
    m_label->setWordWrap(true);
    auto* text = new SentenceLabel(sentence.toHtmlEscaped());
    m_reset =
        Button::iconOnly(QStringLiteral("refresh"), tr("Back to the standard value of “%1”").arg(label));
    m_reset->setSmall(true);
    QSizePolicy kept = m_reset->sizePolicy();
    kept.setRetainSizeWhenHidden(true);
    m_reset->setSizePolicy(kept);
    m_reset->hide();
    m_grid->setColumnStretch(0, 1);
    m_grid->addWidget(m_label, 0, 0);
    m_grid->addWidget(text, 1, 0);
    measure();
    connect(m_reset, &Button::clicked, this, &SettingLine::resetRequested);
}

void SettingLine::setControl(QWidget* control) {
    m_control = control;
    control->setAccessibleName(m_label->text());
    m_grid->addWidget(control, 0, 1, 3, 1, Qt::AlignRight | Qt::AlignVCenter);
    m_grid->addWidget(m_reset, 0, 2, 3, 1, Qt::AlignVCenter); // behind the control for Tab, too
    setTabOrder(control, m_reset);
}

void SettingLine::setMark(const QString& mark, bool waits) {
    if (!m_mark) {
        if (mark.isEmpty()) return; // as it is with most
        m_mark = makeLabel(QString(), "smallMuted");
        m_mark->setWordWrap(true);
        m_grid->addWidget(m_mark, 2, 0);
    }
    setStyleProperty(m_mark, "role", waits ? QStringLiteral("work") : QStringLiteral("smallMuted"));
    m_mark->setText(mark);
    m_mark->setVisible(!mark.isEmpty());
}

void SettingLine::setProblem(const QString& sentence) {
    if (sentence == (m_problem ? m_problem->text() : QString())) return;
    if (!m_problem) {
        m_problem = makeLabel(QString(), "bad");
        m_problem->setObjectName(objectName() + QStringLiteral("Problem"));
        m_problem->setWordWrap(true);
        m_grid->addWidget(m_problem, 3, 0, 1, 3);
    }
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
    m_control->setAccessibleDescription(sentence);
}

bool SettingLine::hasProblem() const {
    return m_problem && !m_problem->text().isEmpty();
}

void SettingLine::setResettable(bool resettable) {
    m_reset->setVisible(resettable);
}

bool SettingLine::matches(const QString& text, const QString& more) const {
    const QString all = m_words + QLatin1Char(' ') + more;
    for (const QString& word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        if (!all.contains(word, Qt::CaseInsensitive)) return false;
    }
    return true;
}

void SettingLine::measure() {
    m_grid->setContentsMargins(0, px(9), 0, px(10));
    m_grid->setHorizontalSpacing(px(12));
    m_grid->setVerticalSpacing(px(2));
}

/// A hairline to the line above; the first one that is seen has none.
void SettingLine::paintEvent(QPaintEvent*) {
    const auto lines = parentWidget()->findChildren<SettingLine*>(Qt::FindDirectChildrenOnly);
    const bool below = std::ranges::any_of(
        lines, [this](const SettingLine* line) { return !line->isHidden() && line->y() < y(); });
    if (below) QPainter(this).fillRect(QRect(0, 0, width(), 1), color(Token::Line));
}

void SettingLine::changeEvent(QEvent* event) {
    if (event->type() == QEvent::StyleChange) measure();
    QWidget::changeEvent(event);
}

} // namespace gui

#include "moc_SettingLine.cpp"

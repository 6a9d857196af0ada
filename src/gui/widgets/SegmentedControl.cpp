#include "gui/widgets/SegmentedControl.h"

#include "gui/theme/ChoicePaint.h"
#include "gui/theme/Theme.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QPainter>
#include <QRadioButton>
#include <QSignalBlocker>

#include <algorithm>

namespace gui {

SegmentedControl::SegmentedControl(const QStringList& segments, QWidget* parent)
    : QWidget(parent), m_group(new QButtonGroup(this)) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(kSegmentEdge, kSegmentEdge, kSegmentEdge, kSegmentEdge);
    row->setSpacing(0);
    setProperty("ringForChild", true);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setSegments(segments);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int index, bool chosen) {
        if (!chosen) return;
        renewFocus();
        emit currentChanged(index);
    });
}

void SegmentedControl::setSegments(const QStringList& segments) {
    const QSignalBlocker quiet(m_group);
    for (QAbstractButton* old : m_group->buttons())
        delete old;
    for (const QString& name : segments) {
        auto* button = new QRadioButton(name, this);
        button->setProperty("kind", "segment");
        button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        m_group->addButton(button, static_cast<int>(m_group->buttons().size()));
        layout()->addWidget(button);
    }
    setSmall(m_small);
    if (segments.isEmpty()) return;
    segment(0)->setChecked(true);
    renewFocus();
}

/// Tab and setFocus() go to the chosen one.
void SegmentedControl::renewFocus() {
    setFocusProxy(segment(currentIndex()));
    for (QAbstractButton* button : m_group->buttons())
        button->setFocusPolicy(button->isChecked() ? Qt::StrongFocus : Qt::ClickFocus);
}

QStringList SegmentedControl::segments() const {
    QStringList names;
    for (const QAbstractButton* button : m_group->buttons())
        names << button->text();
    return names;
}

int SegmentedControl::currentIndex() const {
    return std::max(0, m_group->checkedId());
}

QAbstractButton* SegmentedControl::segment(int index) const {
    return m_group->button(index);
}

void SegmentedControl::setSmall(bool small) {
    m_small = small;
    for (QAbstractButton* button : m_group->buttons())
        setStyleProperty(button, "compact", small ? QStringLiteral("true") : QString());
}

void SegmentedControl::setCurrentIndex(int index) {
    if (QAbstractButton* button = segment(index)) button->setChecked(true);
}

/// As a key does it: the focus goes along.
void SegmentedControl::choose(int index) {
    setCurrentIndex(index);
    setFocus(Qt::TabFocusReason);
}

void SegmentedControl::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Home)
        choose(0);
    else if (event->key() == Qt::Key_End)
        choose(static_cast<int>(m_group->buttons().size()) - 1);
    else
        QWidget::keyPressEvent(event);
}

void SegmentedControl::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    paintSegmentGround(painter, rect());
}

} // namespace gui

#include "moc_SegmentedControl.cpp"

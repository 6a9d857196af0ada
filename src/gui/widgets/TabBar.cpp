#include "gui/widgets/TabBar.h"

#include "gui/theme/ChoicePaint.h"
#include "gui/theme/Theme.h"

#include <QKeyEvent>
#include <QSignalBlocker>

namespace gui {

TabBar::TabBar(const QStringList& names, QWidget* parent) : QTabBar(parent) {
    setExpanding(false);
    setElideMode(Qt::ElideNone);
    setUsesScrollButtons(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setNames(names);
}

void TabBar::setNames(const QStringList& names) {
    const QSignalBlocker quiet(this);
    while (count() > 0)
        removeTab(count() - 1);
    for (const QString& name : names)
        addTab(name);
}

void TabBar::setSmall(bool small) {
    setStyleProperty(this, "compact", small ? QStringLiteral("true") : QString());
    updateGeometry();
}

bool TabBar::isSmall() const {
    return property("compact").toString() == QLatin1String("true");
}

// Room for the arrows and a tab; a short bar needs less than that.
QSize TabBar::minimumSizeHint() const {
    return QTabBar::minimumSizeHint().boundedTo(sizeHint());
}

QSize TabBar::tabSizeHint(int index) const {
    ensurePolished();
    const QSize pill = segmentSize(font(), tabText(index), isSmall());
    const int edges = (index == 0 ? kSegmentEdge : 0) + (index == count() - 1 ? kSegmentEdge : 0);
    return {pill.width() + edges, segmentHeight(isSmall())};
}

/// The first tab from `from` on that can be chosen.
void TabBar::choose(int from, int step) {
    for (int index = from; index >= 0 && index < count(); index += step) {
        if (isTabEnabled(index) && isTabVisible(index)) return setCurrentIndex(index);
    }
}

void TabBar::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Home)
        choose(0, 1);
    else if (event->key() == Qt::Key_End)
        choose(count() - 1, -1);
    else
        QTabBar::keyPressEvent(event);
}

} // namespace gui

#include "moc_TabBar.cpp"

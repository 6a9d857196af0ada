#pragma once

#include <QApplication>
#include <QEvent>
#include <QHash>
#include <QTest>
#include <QWidget>

#include <algorithm>

namespace test {

/// Counts what every widget is asked to do while it lives: to lay itself out, to paint itself.
class EventCounter : public QObject {
public:
    EventCounter() { qApp->installEventFilter(this); }

    void clear() {
        m_layouts.clear();
        m_paints.clear();
    }
    [[nodiscard]] int layouts() const { return sumOf(m_layouts); }
    [[nodiscard]] int paints() const { return sumOf(m_paints); }
    /// Of the widget that was asked most often.
    [[nodiscard]] int mostLayouts() const {
        return m_layouts.isEmpty() ? 0 : *std::max_element(m_layouts.cbegin(), m_layouts.cend());
    }
    /// "gui::Card balanceCard: 12 layouts, 3 paints", one a line, for a test that fails.
    [[nodiscard]] QString words() const {
        QStringList lines;
        for (auto at = m_layouts.cbegin(); at != m_layouts.cend(); ++at)
            lines << QStringLiteral("%1: %2 layout(s)").arg(at.key()).arg(at.value());
        for (auto at = m_paints.cbegin(); at != m_paints.cend(); ++at)
            lines << QStringLiteral("%1: %2 paint(s)").arg(at.key()).arg(at.value());
        lines.sort();
        return lines.mid(0, 40).join(QLatin1Char('\n'));
    }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (!watched->isWidgetType()) return false;
        if (event->type() == QEvent::LayoutRequest) ++m_layouts[nameOf(*watched)];
        if (event->type() == QEvent::Paint) ++m_paints[nameOf(*watched)];
        return false;
    }

private:
    static QString nameOf(const QObject& widget) {
        return QStringLiteral("%1 %2 (%3)")
            .arg(QLatin1String(widget.metaObject()->className()), widget.objectName())
            .arg(reinterpret_cast<quintptr>(&widget), 0, 16);
    }
    static int sumOf(const QHash<QString, int>& counts) {
        int sum = 0;
        for (const int count : counts)
            sum += count;
        return sum;
    }

    QHash<QString, int> m_layouts;
    QHash<QString, int> m_paints;
};

/// Waits until nothing was laid out for a while: answers of the node have come, pages are as they stay.
inline bool settle(EventCounter& counter, int quietMs = 60, int mostMs = 10'000) {
    for (int waited = 0; waited < mostMs; waited += quietMs) {
        counter.clear();
        QTest::qWait(quietMs);
        if (counter.layouts() == 0) return true;
    }
    return false;
}

} // namespace test

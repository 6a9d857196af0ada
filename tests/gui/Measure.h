#pragma once

#include "gui/theme/Theme.h"

#include <QApplication>
#include <QImage>
#include <QPainter>

#include <algorithm>
#include <ctime>
#include <vector>

namespace test {

/// Time of the processor that this thread got, so that other programs on the computer count as little as can
/// be.
inline double threadMs() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// Of all threads together.
inline double processMs() {
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

/// Other programs count all the same: threads that share a core slow each other down, by half and more. So a
/// piece of painting whose cost is known is measured again and again beside what is to be judged, and as much
/// as that takes longer, the other may: texts, as most of a page is.
inline double referenceMs() {
    QImage canvas(400, 40, QImage::Format_RGB32);
    const double start = threadMs();
    QPainter painter(&canvas);
    painter.setFont(gui::roleFont(gui::TextRole::Body));
    for (int i = 0; i < 40; ++i)
        painter.drawText(QPointF(4, 20),
                         QStringLiteral("Six peers, all on block 2148, and one of them answers"));
    return threadMs() - start;
}

/// The known piece of painting on a core of its own (2.1 GHz, no optimisation beyond -O1).
constexpr double kReferenceMs = 1.5;

/// How many times slower than on a core of its own this thread was, by references measured beside it.
inline double slownessOf(std::vector<double> references) {
    std::ranges::sort(references);
    return references.empty() ? 1.0 : std::max(1.0, references[references.size() / 2] / kReferenceMs);
}

} // namespace test

#include "gui/dialogs/DialogFit.h"

#include <QDialog>
#include <QEvent>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace gui {

namespace {

constexpr double kOfTheScreen = 0.92; // the rest is for title bars

int heightOf(const QWidget& content, int width) {
    const int least = content.minimumSizeHint().height();
    return std::max(least, content.hasHeightForWidth() ? content.heightForWidth(width)
                                                       : content.sizeHint().height());
}

/// Wants to be as large as its contents, but may be smaller.
class FittingScroll : public QScrollArea {
public:
    [[nodiscard]] QSize sizeHint() const override {
        const int width = std::max(minimumWidth(), widget()->sizeHint().width());
        return {width, heightOf(*widget(), width)};
    }
    [[nodiscard]] QSize minimumSizeHint() const override {
        const QSize least = widget()->minimumSizeHint();
        return {std::min(least.width(), 480), std::min(least.height(), 160)};
    }
};

} // namespace

void DialogFit::to(QDialog& dialog) {
    new DialogFit(dialog);
}

DialogFit::DialogFit(QDialog& dialog) : QObject(&dialog), m_dialog(dialog), m_scroll(new FittingScroll) {
    auto* content = new QWidget;
    content->setLayout(dialog.layout()); // takes the layout and its widgets along
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(content);
    m_scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    auto* outer = new QVBoxLayout(&dialog);
    outer->setContentsMargins(0, 0, 0, 0);
    outer->addWidget(m_scroll);
    dialog.installEventFilter(this);
    content->installEventFilter(this);
}

bool DialogFit::eventFilter(QObject* watched, QEvent* event) {
    if (watched == &m_dialog && event->type() == QEvent::Show) fit(true);
    if (watched == m_scroll->widget() && event->type() == QEvent::LayoutRequest && m_dialog.isVisible())
        fit(false);
    return QObject::eventFilter(watched, event);
}

/// Afterwards a dialog only grows: it does not shrink below a hand.
void DialogFit::fit(bool first) {
    if (m_fitting) return;
    m_fitting = true;
    const QSize room = m_dialog.screen()->availableGeometry().size() * kOfTheScreen;
    const QWidget& content = *m_scroll->widget();
    if (m_dialog.minimumWidth() > room.width()) m_dialog.setMinimumWidth(room.width());
    int width = first ? std::max(m_dialog.minimumWidth(), content.sizeHint().width()) : m_dialog.width();
    width = std::min(std::max(width, content.minimumSizeHint().width()), room.width());
    int height = heightOf(content, width);
    if (height > room.height()) {
        width = std::min(width + m_scroll->verticalScrollBar()->sizeHint().width(), room.width());
        height = room.height();
    }
    if (!first) height = std::max(height, m_dialog.height());
    m_dialog.resize(width, height);
    m_fitting = false;
}

} // namespace gui

#include "moc_DialogFit.cpp"

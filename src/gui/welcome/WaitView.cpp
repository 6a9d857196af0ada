#include "gui/welcome/WaitView.h"

#include "gui/theme/Icons.h"
#include "gui/theme/Theme.h"
#include "gui/welcome/LogoMark.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Labels.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QTimer>
#include <QVBoxLayout>

namespace gui {

namespace {

constexpr int kFrameMs = 40;
constexpr double kTurnStep = 0.02;

/// A thin line in which a part wanders: something is being done and nobody knows for how long.
class BusyLine : public QWidget {
public:
    explicit BusyLine(QWidget* parent) : QWidget(parent) {
        setFixedSize(px(220), px(4));
        setAccessibleName(WaitView::tr("Working"));
        m_timer.setInterval(kFrameMs);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_at = m_at > 1 ? -0.35 : m_at + kTurnStep;
            update();
        });
        if (!theme().reducedMotion()) m_timer.start();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(color(Token::Line));
        painter.drawRoundedRect(rect(), height() / 2.0, height() / 2.0);
        painter.setBrush(color(Token::Accent));
        const QRectF part = QRectF(m_at * width(), 0, 0.35 * width(), height()).intersected(QRectF(rect()));
        painter.drawRoundedRect(part, height() / 2.0, height() / 2.0);
    }

private:
    QTimer m_timer;
    double m_at = 0.1;
};

} // namespace

WaitView::WaitView(Kind kind, const QString& title, const QString& sentence, QWidget* parent)
    : QWidget(parent) {
    setAccessibleName(title);
    auto* column = new QVBoxLayout(this);
    column->setSpacing(px(14));
    column->addStretch(5);
    column->addWidget(new LogoMark(px(64)), 0, Qt::AlignHCenter);
    QLabel* heading = makeLabel(title, "title");
    heading->setAlignment(Qt::AlignCenter);
    column->addWidget(heading);
    m_sentence = makeLabel({}, "muted");
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setFixedWidth(px(560));
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setSentence(sentence);
    column->addWidget(m_sentence, 0, Qt::AlignHCenter);
    if (kind == Kind::Busy) column->addWidget(new BusyLine(this), 0, Qt::AlignHCenter);
    m_action = new Button(QString(), Button::Kind::Primary);
    m_action->hide();
    m_secondAction = new Button(QString());
    m_secondAction->hide();
    auto* actions = new QHBoxLayout;
    actions->setSpacing(px(10));
    actions->addStretch(1);
    actions->addWidget(m_secondAction);
    actions->addWidget(m_action);
    actions->addStretch(1);
    column->addLayout(actions);
    column->addStretch(6);
    connect(m_secondAction, &Button::clicked, this, &WaitView::secondActionTriggered);
    connect(m_action, &Button::clicked, this, &WaitView::actionTriggered);
}

void WaitView::setSentence(const QString& sentence) {
    m_sentence->setText(sentence);
    // A centred widget is not asked for its height at its width: said here, or long sentences would be cut.
    m_sentence->setMinimumHeight(sentence.isEmpty() ? 0 : m_sentence->heightForWidth(px(560)));
}

void WaitView::setAction(const QString& text) {
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
    if (!text.isEmpty()) m_action->setFocus();
}

void WaitView::setSecondAction(const QString& text) {
    m_secondAction->setText(text);
    m_secondAction->setVisible(!text.isEmpty());
}

} // namespace gui

#include "moc_WaitView.cpp"

#include "gui/widgets/Notices.h"

#include "gui/theme/Icons.h"
#include "gui/theme/RoundBox.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Labels.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QPainter>
#include <QTimer>

namespace gui {

namespace {

struct BannerLook {
    const char* icon;
    Token ink;
    Token ground;
};

BannerLook bannerLook(Banner::Kind kind) {
    switch (kind) {
    case Banner::Kind::Info:
        return {"info", Token::Accent, Token::AccentSoft};
    case Banner::Kind::Good:
        return {"check", Token::Accent, Token::AccentSoft};
    case Banner::Kind::Warning:
        return {"warning", Token::Work, Token::WorkSoft};
    case Banner::Kind::Error:
        return {"error", Token::Bad, Token::BadSoft};
    }
    return {"info", Token::Accent, Token::AccentSoft};
}

} // namespace

EmptyState::EmptyState(const QString& iconName, const QString& text, QWidget* parent)
    : QWidget(parent), m_iconName(iconName) {
    auto* column = new QVBoxLayout(this);
    m_picture = new QLabel(this);
    m_picture->setAlignment(Qt::AlignCenter);
    m_text = makeLabel(text, "muted", this);
    m_text->setAlignment(Qt::AlignCenter);
    m_text->setWordWrap(true);
    m_action = new Button(QString(), Button::Kind::Normal, this);
    m_action->hide();
    column->addStretch(1);
    column->addWidget(m_picture);
    column->addWidget(m_text);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(1);
    connect(m_action, &Button::clicked, this, &EmptyState::actionTriggered);
    setText(text);
    keepMeasured(this, [this, column] {
        column->setContentsMargins(px(16), px(16), px(16), px(16));
        column->setSpacing(px(12));
        render();
    });
}

void EmptyState::setText(const QString& text) {
    m_text->setText(text);
    setAccessibleName(text);
}

void EmptyState::setIconName(const QString& iconName) {
    m_iconName = iconName;
    render();
}

void EmptyState::setAction(const QString& text) {
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void EmptyState::render() {
    m_picture->setVisible(!m_iconName.isEmpty());
    if (!m_iconName.isEmpty())
        m_picture->setPixmap(iconPixmap(m_iconName, color(Token::Text3), px(28), devicePixelRatioF()));
}

Banner::Banner(Kind kind, const QString& sentence, QWidget* parent) : QWidget(parent), m_kind(kind) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    auto* row = new QHBoxLayout(this);
    m_picture = new QLabel(this);
    m_sentence = new SentenceLabel(this);
    m_sentence->setStrong(true);
    m_action = new Button(QString(), Button::Kind::Normal, this);
    m_action->setSmall(true);
    m_action->hide();
    m_close = Button::iconOnly(QStringLiteral("close"), tr("Dismiss"), Button::Kind::Quiet, this);
    m_close->setSmall(true);
    m_close->hide();
    row->addWidget(m_picture);
    row->addWidget(m_sentence, 1);
    row->addWidget(m_action);
    row->addWidget(m_close);
    connect(m_action, &Button::clicked, this, &Banner::actionTriggered);
    connect(m_close, &Button::clicked, this, [this] {
        hide();
        emit closed();
    });
    setSentence(sentence);
    keepMeasured(this, [this, row] {
        row->setContentsMargins(px(14), px(8), px(10), px(8));
        row->setSpacing(px(10));
        setMinimumHeight(px(44));
        render();
    });
}

void Banner::setKind(Kind kind) {
    m_kind = kind;
    render();
}

void Banner::setSentence(const QString& sentence) {
    m_sentence->setSentence(sentence);
    setAccessibleName(sentence);
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void Banner::setAction(const QString& text) {
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void Banner::setClosable(bool closable) {
    m_close->setVisible(closable);
}

void Banner::render() {
    const BannerLook look = bannerLook(m_kind);
    m_picture->setPixmap(iconPixmap(QLatin1String(look.icon), color(look.ink), px(18), devicePixelRatioF()));
    update();
}

void Banner::paintEvent(QPaintEvent*) {
    const BannerLook look = bannerLook(m_kind);
    QPainter painter(this);
    const bool high = theme().kind() == ThemeKind::HighContrast;
    paintRoundBox(painter, rect(), px(8), color(look.ground), color(high ? look.ink : look.ground));
}

Toast* Toast::show(QWidget* window, const QString& text, const QString& iconName) {
    for (Toast* old : window->findChildren<Toast*>(Qt::FindDirectChildrenOnly)) {
        old->hide();
        old->deleteLater();
    }
    auto* toast = new Toast(window);
    toast->m_text = text;
    toast->m_iconName = iconName;
    toast->setAccessibleName(text);
    toast->place();
    toast->raise();
    toast->setVisible(true);
    QAccessibleEvent alert(toast, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
    // Long texts stay long enough to be read.
    QTimer::singleShot(2500 + static_cast<int>(text.size()) * 40, toast, [toast] {
        toast->hide();
        toast->deleteLater();
    });
    return toast;
}

Toast::Toast(QWidget* window) : QWidget(window) {
    window->installEventFilter(this);
}

QString Toast::text() const {
    return m_text;
}

void Toast::place() {
    const QFontMetricsF metrics(roleFont(TextRole::Strong));
    const int most = parentWidget()->width() - px(48);
    const int wide = static_cast<int>(metrics.horizontalAdvance(m_text)) + px(m_iconName.isEmpty() ? 34 : 60);
    const int high = px(40);
    const int width = std::min(wide, most);
    setGeometry((parentWidget()->width() - width) / 2, parentWidget()->height() - high - px(46), width, high);
}

bool Toast::eventFilter(QObject* watched, QEvent* event) {
    if (watched == parentWidget() && event->type() == QEvent::Resize) place();
    return QWidget::eventFilter(watched, event);
}

void Toast::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(color(Token::Line), theme().isDark() ? 1 : 0));
    painter.setBrush(theme().isDark() ? mixed(color(Token::Surface), color(Token::Text), 0.12)
                                      : color(Token::Text));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), px(10), px(10));
    const QColor ink = theme().isDark() ? color(Token::Text) : color(Token::Surface);
    int x = px(16);
    if (!m_iconName.isEmpty()) {
        paintIcon(painter, m_iconName, QRectF(x, (height() - px(18)) / 2.0, px(18), px(18)), ink);
        x += px(26);
    }
    const QFont textFont = roleFont(TextRole::Strong);
    painter.setFont(textFont);
    painter.setPen(ink);
    const QRect area(x, 0, width() - x - px(12), height());
    painter.drawText(area, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(textFont).elidedText(m_text, Qt::ElideRight, area.width()));
}

void Toast::mousePressEvent(QMouseEvent*) {
    hide();
    deleteLater();
}

} // namespace gui

#include "moc_Notices.cpp"

#include "gui/widgets/CopyField.h"

#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTimer>

namespace gui {

void showCopied(Button* button) {
    button->setIconName(QStringLiteral("check"));
    QTimer::singleShot(1500, button, [button] { button->setIconName(QStringLiteral("copy")); });
}

CopyField::CopyField(QWidget* parent) : QWidget(parent) {
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(8));
    m_edit = new QLineEdit(this);
    m_edit->setReadOnly(true);
    m_edit->setAccessibleName(tr("Text to copy"));
    setMono(true);
    m_button = Button::iconOnly(QStringLiteral("copy"), tr("Copy"), Button::Kind::Normal, this);
    row->addWidget(m_edit, 1);
    row->addWidget(m_button);
    setFocusProxy(m_edit);
    connect(m_button, &Button::clicked, this, &CopyField::copy);
}

void CopyField::setText(const QString& text) {
    m_edit->setText(text);
    m_edit->setCursorPosition(0);
    m_edit->setToolTip(text);
}

QString CopyField::text() const {
    return m_edit->text();
}

void CopyField::setMono(bool mono) {
    setStyleProperty(m_edit, "mono", mono ? QStringLiteral("true") : QString());
}

void CopyField::copy() {
    QGuiApplication::clipboard()->setText(text());
    showCopied(m_button);
    emit copied(text());
}

CodeBlock::CodeBlock(QWidget* parent) : QWidget(parent) {
    m_edit = new QPlainTextEdit(this);
    m_edit->setReadOnly(true);
    m_edit->setProperty("mono", QStringLiteral("true"));
    m_edit->setProperty("code", QStringLiteral("true"));
    m_edit->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_edit->setTabChangesFocus(true);
    m_edit->setAccessibleName(tr("Code"));
    m_button = Button::iconOnly(QStringLiteral("copy"), tr("Copy"), Button::Kind::Quiet, this);
    m_button->setSmall(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_edit);
    m_button->raise();
    setFocusProxy(m_edit);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(m_button, &Button::clicked, this, &CodeBlock::copy);
    fitHeight();
}

void CodeBlock::setCode(const QString& code) {
    m_edit->setPlainText(code);
    fitHeight();
}

QString CodeBlock::code() const {
    return m_edit->toPlainText();
}

void CodeBlock::setMaximumLines(int lines) {
    m_maximumLines = lines;
    fitHeight();
}

void CodeBlock::copy() {
    QGuiApplication::clipboard()->setText(code());
    showCopied(m_button);
    emit copied(code());
}

void CodeBlock::fitHeight() {
    if (m_maximumLines == 0) {
        setMinimumHeight(px(80));
        setMaximumHeight(QWIDGETSIZE_MAX);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
        return;
    }
    const int lines = std::clamp(m_edit->blockCount(), 1, m_maximumLines);
    const int line = QFontMetrics(roleFont(TextRole::Mono)).lineSpacing();
    setFixedHeight(std::max(px(38), lines * line + px(30)));
}

void CodeBlock::resizeEvent(QResizeEvent*) {
    const QSize size = m_button->sizeHint();
    const int besideScrollBar = m_maximumLines == 0 ? px(14) : 0;
    m_button->setGeometry(width() - size.width() - px(5) - besideScrollBar, px(5), size.width(),
                          size.height());
}

void CodeBlock::changeEvent(QEvent* event) {
    if (event->type() == QEvent::StyleChange) fitHeight();
    QWidget::changeEvent(event);
}

} // namespace gui

#include "moc_CopyField.cpp"

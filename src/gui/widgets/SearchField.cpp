#include "gui/widgets/SearchField.h"

#include "gui/theme/ButtonPaint.h"
#include "gui/theme/Icons.h"
#include "gui/theme/Theme.h"

#include <QKeyEvent>
#include <QPainter>

namespace gui {

SearchField::SearchField(const QString& placeholder, QWidget* parent) : QLineEdit(parent) {
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder.isEmpty() ? tr("Search") : placeholder);
    connect(this, &QLineEdit::textChanged, this, qOverload<>(&QWidget::update));
    setMargins();
}

void SearchField::setKeyHint(const QString& keys) {
    m_keyHint = keys;
    setMargins();
}

void SearchField::setSunken(bool sunken) {
    setStyleProperty(this, "sunken", sunken ? QStringLiteral("true") : QString());
}

void SearchField::setMargins() {
    const int right = m_keyHint.isEmpty() ? 0 : static_cast<int>(keyHintSize(m_keyHint).width()) + px(4);
    if (layoutDirection() == Qt::RightToLeft)
        setTextMargins(right, 0, px(22), 0);
    else
        setTextMargins(px(22), 0, right, 0);
}

void SearchField::paintEvent(QPaintEvent* event) {
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const int side = px(16);
    const bool rightToLeft = layoutDirection() == Qt::RightToLeft;
    const int x = rightToLeft ? width() - px(12) - side : px(12);
    paintIcon(painter, QStringLiteral("search"), QRectF(x, (height() - side) / 2.0, side, side),
              color(hasFocus() ? Token::Accent : Token::Text3));
    if (m_keyHint.isEmpty() || !text().isEmpty()) return;
    const QSizeF size = keyHintSize(m_keyHint);
    const double hintX = rightToLeft ? px(8) : width() - size.width() - px(8);
    paintKeyHint(painter, QRectF(hintX, (height() - size.height()) / 2, size.width(), size.height()),
                 m_keyHint);
}

void SearchField::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Escape) return QLineEdit::keyPressEvent(event);
    if (text().isEmpty())
        emit escaped();
    else
        clear();
}

void SearchField::changeEvent(QEvent* event) {
    if (event->type() == QEvent::StyleChange || event->type() == QEvent::LayoutDirectionChange) setMargins();
    QLineEdit::changeEvent(event);
}

} // namespace gui

#include "moc_SearchField.cpp"

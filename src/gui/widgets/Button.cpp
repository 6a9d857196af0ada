#include "gui/widgets/Button.h"

#include "gui/theme/Theme.h"

#include <QKeyEvent>

namespace gui {

Button::Button(const QString& text, Kind kind, QWidget* parent) : QPushButton(text, parent) {
    setKind(kind);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setProperty("ringRadius", kind == Kind::Pill ? 10 : 8);
    setCursor(kind == Kind::Link ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setAutoDefault(false);
}

Button* Button::iconOnly(const QString& iconName, const QString& name, Kind kind, QWidget* parent) {
    auto* button = new Button(QString(), kind, parent);
    button->setIconName(iconName);
    button->setAccessibleName(name);
    button->setToolTip(name);
    return button;
}

Button* Button::small(const QString& words, const QString& objectName, const QString& iconName) {
    auto* button = new Button(words);
    button->setObjectName(objectName);
    button->setIconName(iconName);
    button->setSmall(true);
    return button;
}

void Button::setKind(Kind kind) {
    setStyleProperty(this, "kind", QLatin1String(nameOf(kind)));
    updateGeometry();
}

Button::Kind Button::kind() const {
    return buttonKind(this);
}

void Button::changed() {
    updateGeometry();
    update();
}

void Button::setIconName(const QString& name) {
    if (name == m_iconName) return;
    m_iconName = name;
    changed();
}

void Button::setKeyHint(const QString& keys) {
    if (keys == m_keyHint) return;
    m_keyHint = keys;
    changed();
}

void Button::setSmall(bool small) {
    setStyleProperty(this, "compact", small ? QStringLiteral("true") : QString());
    updateGeometry();
}

void Button::setChevron(bool chevron) {
    m_chevron = chevron;
    changed();
}

// The base class keeps the size of its text and icon; ours has more to it.
QSize Button::sizeHint() const {
    ensurePolished();
    return buttonSize(font(), text(), buttonLook(this));
}

void Button::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QPushButton::keyPressEvent(event);
}

} // namespace gui

#include "moc_Button.cpp"

#pragma once

#include "gui/theme/Tokens.h"

#include <QWidget>

class QPainter;

namespace gui {

enum class TagKind { Neutral, Accent, Work, Own, Good, Bad };

struct TagColors {
    Token text;
    Token background;
};
TagColors tagColors(TagKind kind);

/// For delegates and pictures: the pill's size and its painting.
QSizeF tagSize(const QString& text);
void paintTag(QPainter& painter, const QRectF& area, const QString& text, TagKind kind);

/// A small pill that names a state: "2 of 6", "yours", "lost to a fork".
class Tag : public QWidget {
    Q_OBJECT
    Q_PROPERTY(QString text READ text WRITE setText)
    Q_PROPERTY(gui::TagKind kind READ kind WRITE setKind)
public:
    explicit Tag(QWidget* parent = nullptr) : Tag(QString(), TagKind::Neutral, parent) {}
    Tag(const QString& text, TagKind kind, QWidget* parent = nullptr);
    [[nodiscard]] const QString& text() const { return m_text; }
    void setText(const QString& text);
    [[nodiscard]] TagKind kind() const { return m_kind; }
    void setKind(TagKind kind);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
    TagKind m_kind;
};

/// A key as it is written on the keyboard: "Ctrl K".
class KeyHint : public QWidget {
    Q_OBJECT
public:
    explicit KeyHint(const QString& keys, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_keys;
};

} // namespace gui

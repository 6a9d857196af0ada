#pragma once

#include "gui/theme/Tokens.h"

#include <QString>
#include <QWidget>

class QPainter;

namespace gui {

/// The two letters that stand for a name.
QString initialsOf(const QString& name);
/// A person's own colour, always the same one.
Token tokenOfPerson(const QString& name);
/// Paints the letters of a name in a round of that colour, as large as `area`.
void paintFace(QPainter& painter, const QRectF& area, const QString& name, Token ink);

/// Two letters in a round, beside a name. Says nothing to screen readers: the words beside it do.
class FaceView : public QWidget {
    Q_OBJECT
public:
    explicit FaceView(int side, QWidget* parent = nullptr);
    void setFace(const QString& name, Token ink);
    /// In the person's own colour.
    void setPerson(const QString& name) { setFace(name, tokenOfPerson(name)); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name;
    Token m_ink = Token::Text2;
};

} // namespace gui

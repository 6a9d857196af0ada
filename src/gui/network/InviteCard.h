#pragma once

#include <QColor>
#include <QPoint>
#include <QTemporaryDir>
#include <QWidget>

class QLabel;
class QMimeData;

namespace gui {

class QrView;

/// The network card to hand over: its QR code, and the whole of it dragged out of the window as a file.
class InviteCard : public QWidget {
    Q_OBJECT
public:
    explicit InviteCard(QWidget* parent = nullptr);
    /// `link` is what the code says; `card` the file, named `fileName`.
    void setCard(const QString& network, const QColor& colour, const QString& link, const QByteArray& card,
                 const QString& fileName);
    /// Dimmed: nobody can come yet.
    void setFaded(bool faded);
    [[nodiscard]] QrView* code() const { return m_code; }
    /// What is dragged: the file, the link as text, the picture. Null when the file cannot be written.
    [[nodiscard]] QMimeData* mimeData() const;

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void drag();
    QrView* m_code;
    QLabel* m_name;
    QString m_link;
    QByteArray m_card;
    QString m_fileName;
    QColor m_colour;
    QPoint m_pressed;
    QTemporaryDir m_folder; ///< the file lies here while it is dragged
};

} // namespace gui

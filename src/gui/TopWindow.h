#pragma once

#include <QThreadPool>
#include <QTimer>
#include <QVariant>
#include <QVariantMap>
#include <QWidget>

class QVBoxLayout;

namespace gui {

/// The program's one window on the desktop. What is in it changes: first run, waiting, main window, a start
/// error. Keeps its place and size, and what else is given to keep(), in a small file: soon after each
/// change, so that it does not matter how the program ends. Thread: main.
class TopWindow : public QWidget {
    Q_OBJECT
public:
    /// `placeFile`: where place and size are kept; empty: nowhere.
    explicit TopWindow(const QString& placeFile, QWidget* parent = nullptr);
    ~TopWindow() override;

    /// Takes the widget over and shows it alone; what was there before goes.
    void setContent(QWidget* content);
    [[nodiscard]] QWidget* content() const { return m_content; }
    /// Once true, closing closes at once; until then it only asks through closeRequested().
    void setMayClose(bool mayClose) { m_mayClose = mayClose; }

    [[nodiscard]] QVariant kept(const QString& key) const;
    void keep(const QString& key, const QVariant& value);
    /// Writes now what would be written soon.
    void keepNow();
    /// Brings it back to where the user left it, and to the front.
    void bringToFront();

signals:
    void closeRequested();
    /// Ctrl+Q: the whole program.
    void quitRequested();

protected:
    bool event(QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void restorePlace();
    void keepSoon();
    [[nodiscard]] QVariantMap changes();

    QString m_placeFile;
    QVBoxLayout* m_layout;
    QWidget* m_content = nullptr;
    QVariantMap m_changed; ///< to be written
    QTimer m_soon;
    QThreadPool m_writer; ///< one thread: in order
    bool m_wasSeen = false;
    bool m_mayClose = false;
};

} // namespace gui

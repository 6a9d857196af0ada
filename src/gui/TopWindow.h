#pragma once

#include <QWidget>

class QVBoxLayout;

namespace gui {

/// The program's one window on the desktop. What is in it changes: first run, waiting, main window, a start
/// error. Keeps its place and size in a small file. Thread: main.
class TopWindow : public QWidget {
    Q_OBJECT
public:
    /// `placeFile`: where place and size are kept; empty: nowhere.
    explicit TopWindow(const QString& placeFile, QWidget* parent = nullptr);

    /// Takes the widget over and shows it alone; what was there before goes.
    void setContent(QWidget* content);
    [[nodiscard]] QWidget* content() const { return m_content; }
    /// Once true, closing closes at once; until then it only asks through closeRequested().
    void setMayClose(bool mayClose) { m_mayClose = mayClose; }

signals:
    void closeRequested();

protected:
    void closeEvent(QCloseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void restorePlace();
    void savePlace() const;

    QString m_placeFile;
    QVBoxLayout* m_layout;
    QWidget* m_content = nullptr;
    bool m_mayClose = false;
};

} // namespace gui

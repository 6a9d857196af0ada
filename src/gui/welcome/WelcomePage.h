#pragma once

#include "gui/welcome/FirstStart.h"

#include <QWidget>

#include <optional>

class QStackedWidget;

namespace gui {

class Button;
class JoinPanel;

/// The first run: what brings you here? Four ways to begin, none of which needs knowledge. Thread: main.
class WelcomePage : public QWidget {
    Q_OBJECT
public:
    enum class Way { Choice, Join, Create, Restore };
    struct Look {
        QString language;      ///< as the settings say: "system", or a code as "en"
        QString theme;         ///< "system", "light", "dark", "contrast"
        QString nodeName = {}; ///< what the node calls itself so far
    };
    WelcomePage(const QString& dataRoot, const Look& look, QWidget* parent = nullptr);
    void showWay(Way way);
    /// A way back out, for when a network runs already.
    void setCancellable(bool cancellable);
    /// Shows this way alone: back leads out of the page (`cancelled`).
    void setOneWay(Way way);
    /// Join, with what was given: a link or a card's text; a file.
    void openText(const QString& text);
    void openFile(const QString& path);

signals:
    void chosen(const gui::FirstStart& start);
    void languageChosen(const QString& code);
    void themeChosen(const QString& name);
    void cancelled();

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void goBack();
    QWidget* makeChoice();
    QWidget* makeFoot(const Look& look);
    QWidget* makeWay(const QString& title, const QString& sentence, const QColor& swatch, const QString& tag,
                     Way way);

    QString m_dataRoot;
    QStackedWidget* m_ways;
    JoinPanel* m_join;
    Button* m_cancel;
    std::optional<Way> m_oneWay;
};

} // namespace gui

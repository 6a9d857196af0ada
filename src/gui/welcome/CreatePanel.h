#pragma once

#include "gui/welcome/WelcomePanel.h"

#include <QMap>

class QLineEdit;

namespace consensus {
struct NetworkCard;
}

namespace gui {

class CardView;
class SegmentedControl;

/// A network of one's own: name, colour, rules. Nothing is written before the last step; then the card can be saved for others.
class CreatePanel : public WelcomePanel {
    Q_OBJECT
public:
    /// `dataRoot`: where the card is kept once the network starts.
    explicit CreatePanel(const QString& dataRoot, QWidget* parent = nullptr);
    ~CreatePanel() override;

protected:
    void act() override;

private:
    QWidget* makeColours();
    QWidget* makeRules();
    void useTemplate(int index);
    [[nodiscard]] bool fillCard();
    void measureAndShow();
    void showCard();
    void saveCopy();
    void start();

    QString m_dataRoot;
    std::unique_ptr<consensus::NetworkCard> m_card;
    bool m_made = false;
    QWidget* m_form;
    QLineEdit* m_name;
    QString m_colour;
    SegmentedControl* m_templates;
    QMap<QString, QLineEdit*> m_rules; ///< by the rule's name on the card
    CardView* m_view;
    Button* m_save;
};

} // namespace gui

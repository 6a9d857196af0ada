#pragma once

#include "gui/welcome/WelcomePanel.h"

class QComboBox;
class QLineEdit;

namespace gui {

class CardView;
class WordsEdit;

/// A wallet from its words, into the sandbox or the network of a card.
class RestorePanel : public WelcomePanel {
    Q_OBJECT
public:
    explicit RestorePanel(QWidget* parent = nullptr);

protected:
    void act() override;

private:
    void askForCard();
    void openCard(const QString& path);
    WordsEdit* m_words;
    QLineEdit* m_extra;
    QLineEdit* m_passphrase;
    QLineEdit* m_again;
    QComboBox* m_network;
    CardView* m_view;
    QString m_path;
};

} // namespace gui

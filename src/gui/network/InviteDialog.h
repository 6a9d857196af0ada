#pragma once

#include "consensus/NetworkCard.h"

#include <QDialog>

namespace node {
class Node;
}

class QLineEdit;

namespace gui {

class Button;
class InviteCard;
class SentenceLabel;
class SharingControl;

/// Everything another computer needs to join: the switch that lets it come, and the network card, which knows
/// the way here, as link, QR code and file.
class InviteDialog : public QDialog {
    Q_OBJECT
public:
    InviteDialog(node::Node& node, QWidget* parent);
    ~InviteDialog() override;

    [[nodiscard]] InviteCard* card() const { return m_card; }
    [[nodiscard]] QString link() const;

private:
    QWidget* makeContents();
    QWidget* makeHead();
    QWidget* makeCardRow();
    QWidget* makeLink();
    QWidget* makeIdentity();
    QWidget* makeSpeech();
    QWidget* makeFoot();
    QWidget* makeBuiltIn();
    void refresh();
    void copyLink();
    void copyPicture();
    void print();
    void askCardPath();
    void askPicturePath();
    void write(const QString& path, const QByteArray& bytes);

    node::Node& m_node;
    consensus::NetworkCard m_shown; ///< with the way here
    SharingControl* m_sharing = nullptr;
    InviteCard* m_card = nullptr;
    QLineEdit* m_link = nullptr;
    Button* m_copy = nullptr;
    SentenceLabel* m_speech = nullptr;
    SentenceLabel* m_note = nullptr;
};

/// The card of the node's network with the addresses at which this computer is reached, first of all seeds.
consensus::NetworkCard invitationCard(const node::Node& node);

} // namespace gui

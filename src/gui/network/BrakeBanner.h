#pragma once

#include <QWidget>

namespace node {
class Node;
}

namespace gui {

class BrakeFeed;
class Button;
class SentenceLabel;

/// Says that a branch with more work is held back, and asks what to do. Seen only while that is asked.
class BrakeBanner : public QWidget {
    Q_OBJECT
public:
    explicit BrakeBanner(node::Node& node, QWidget* parent = nullptr);

signals:
    void compareRequested();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void render();

    BrakeFeed& m_feed;
    SentenceLabel* m_what;
    SentenceLabel* m_rest;
    Button* m_stay;
    Button* m_compare;
};

} // namespace gui

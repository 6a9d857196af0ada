#pragma once

#include <QList>
#include <QPointer>
#include <QSet>
#include <QString>
#include <QWidget>

#include <functional>
#include <random>

namespace node {
class Node;
}

namespace test {

/// What was done last, by whom and where.
struct Deed {
    enum class Kind { Key, Click, Wheel, World };
    Kind kind = Kind::World;
    QPointer<QWidget> target;
    QString words;
};

/// A user without a plan: presses keys, clicks, turns the wheel and pastes on what can be seen, and sometimes
/// tries to pay. Between its deeds the world goes on: blocks, reorganisations, locks, other wallets. Every
/// deed comes from the seed and from what is on the screen.  Thread: main.
class Monkey {
public:
    Monkey(node::Node& node, QWidget& window, quint32 seed);

    /// One deed. `told` hears of it before it is done. The first ones are a payment that nothing disturbs.
    void act();
    void setTold(std::function<void(const Deed&)> told) { m_told = std::move(told); }

    /// Opens the encrypted wallet.
    static constexpr auto kPassphrase = "open sesame";

private:
    /// One deed of a plan. False: its moment has not come.
    using Step = std::function<bool()>;
    [[nodiscard]] int dice(int sides) { return static_cast<int>(m_random() % static_cast<unsigned>(sides)); }
    template <class T>
    [[nodiscard]] const T& oneOf(const QList<T>& list) {
        return list[dice(static_cast<int>(list.size()))];
    }
    [[nodiscard]] QWidget* top() const;
    [[nodiscard]] QWidget* target();
    [[nodiscard]] QList<QWidget*> seen(bool onlyUseful) const;
    void tell(Deed::Kind kind, QWidget* target, const QString& words);
    void press(int key, Qt::KeyboardModifiers modifiers = {});
    void type(const QString& text);
    void pressSomething();
    void click(QWidget* widget);
    void clickSomething();
    void turnWheel();
    void paste(const QString& text);
    void pasteSomething();
    void followPlan();
    void planPayment();
    void changeTheWorld();

    node::Node& m_node;
    QWidget& m_window;
    std::mt19937 m_random;
    std::function<void(const Deed&)> m_told;
    QList<Step> m_plan; ///< steps of a payment that is being tried
    int m_waited = 0;   ///< tries of the first of them
    bool m_undisturbed = true;
};

} // namespace test

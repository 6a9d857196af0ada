#pragma once

#include <functional>
#include <utility>

namespace gui {

/// A part of a page that is made when it is needed first, or before in a quiet turn of the event loop
/// (Page::prepareSome).
class LatePart {
public:
    LatePart() = default;
    LatePart(const LatePart&) = delete;
    LatePart& operator=(const LatePart&) = delete;
    virtual ~LatePart() = default;
    [[nodiscard]] virtual bool isMade() const = 0;
    /// All of it, or the next piece: what one turn of the event loop has time for.
    virtual void make() = 0;
    /// It is missed while the page is seen: the page then makes a piece in every turn.
    [[nodiscard]] virtual bool isMissed() const { return false; }
};

/// A widget as such a part. `make` creates it and puts it into the page, hidden or where it belongs; Qt's
/// parents own it.
template <class Widget>
class Late final : public LatePart {
public:
    explicit Late(std::function<Widget*()> make) : m_make(std::move(make)) {}
    [[nodiscard]] bool isMade() const override { return m_widget != nullptr; }
    void make() override { (void)get(); }
    [[nodiscard]] Widget* get() {
        if (!m_widget) m_widget = m_make();
        return m_widget;
    }
    Widget* operator->() { return get(); }
    /// Null when it was not needed yet.
    [[nodiscard]] Widget* ifMade() const { return m_widget; }

private:
    std::function<Widget*()> m_make;
    Widget* m_widget = nullptr;
};

/// Many widgets alike, such as the lines of a long list. `makeNext` makes one or a few and says whether any
/// are left; `whenMade` is called after the last.
class LateRows final : public LatePart {
public:
    LateRows(std::function<bool()> makeNext, std::function<void()> whenMade)
        : m_makeNext(std::move(makeNext)), m_whenMade(std::move(whenMade)) {}
    [[nodiscard]] bool isMade() const override { return m_isMade; }
    [[nodiscard]] bool isMissed() const override { return !m_isMade; }
    void make() override {
        if (m_isMade || m_makeNext()) return;
        m_isMade = true;
        m_whenMade();
    }

private:
    std::function<bool()> m_makeNext;
    std::function<void()> m_whenMade;
    bool m_isMade = false;
};

} // namespace gui

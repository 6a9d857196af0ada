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
    virtual void make() = 0;
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

} // namespace gui

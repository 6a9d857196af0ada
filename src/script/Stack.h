#pragma once

#include "util/Bytes.h"

#include <vector>

namespace script {

/// False is nothing, zeros, and zeros with a sign bit at the end.
bool isTrue(util::ByteView element);

/// The elements a script works on. Depth 0 is the top. Callers check `has` first: a missing element is a bug
/// here.
class Stack {
public:
    Stack() = default;
    explicit Stack(std::vector<util::Bytes> elements) : m_elements(std::move(elements)) {}

    [[nodiscard]] std::size_t size() const { return m_elements.size(); }
    [[nodiscard]] bool empty() const { return m_elements.empty(); }
    [[nodiscard]] bool has(std::size_t count) const { return m_elements.size() >= count; }
    [[nodiscard]] const util::Bytes& at(std::size_t depth) const;
    [[nodiscard]] const std::vector<util::Bytes>& elements() const { return m_elements; }

    void push(util::Bytes element) { m_elements.push_back(std::move(element)); }
    void push(util::ByteView element) { m_elements.emplace_back(element.begin(), element.end()); }
    /// 01 or nothing.
    void pushBool(bool value) { m_elements.push_back(value ? util::Bytes{1} : util::Bytes{}); }
    util::Bytes pop() { return remove(0); }
    void drop(std::size_t count);
    /// Takes out the element at `depth`.
    util::Bytes remove(std::size_t depth);
    /// Puts an element under the `depth` topmost ones.
    void insert(std::size_t depth, util::Bytes element);

private:
    std::vector<util::Bytes> m_elements;
};

} // namespace script

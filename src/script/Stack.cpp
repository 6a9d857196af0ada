#include "script/Stack.h"

#include "util/Require.h"

namespace script {

bool isTrue(util::ByteView element) {
    for (std::size_t i = 0; i < element.size(); ++i) {
        const bool signByte = i + 1 == element.size();
        if (element[i] != 0) return !(signByte && element[i] == 0x80);
    }
    return false;
}

const util::Bytes& Stack::at(std::size_t depth) const {
    require(depth < m_elements.size());
    return m_elements[m_elements.size() - 1 - depth];
}

void Stack::drop(std::size_t count) {
    require(count <= m_elements.size());
    m_elements.resize(m_elements.size() - count);
}

util::Bytes Stack::remove(std::size_t depth) {
    require(depth < m_elements.size());
    const auto position = m_elements.end() - 1 - static_cast<std::ptrdiff_t>(depth);
    util::Bytes element = std::move(*position);
    m_elements.erase(position);
    return element;
}

void Stack::insert(std::size_t depth, util::Bytes element) {
    require(depth <= m_elements.size());
    m_elements.insert(m_elements.end() - static_cast<std::ptrdiff_t>(depth), std::move(element));
}

} // namespace script

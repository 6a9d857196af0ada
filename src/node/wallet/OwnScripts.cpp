#include "node/wallet/OwnScripts.h"

#include <algorithm>
#include <string_view>

namespace node {

std::size_t OwnScripts::Hash::operator()(const util::Bytes& script) const {
    return std::hash<std::string_view>()({reinterpret_cast<const char*>(script.data()), script.size()});
}

bool OwnScripts::contains(const util::Bytes& script) const {
    return std::ranges::any_of(m_layers, [&](const auto& layer) { return layer->contains(script); });
}

std::size_t OwnScripts::size() const {
    std::size_t sum = 0;
    for (const auto& layer : m_layers)
        sum += layer->size();
    return sum;
}

void OwnScripts::add(const std::vector<util::Bytes>& scripts) {
    auto layer = std::make_shared<Layer>();
    for (const util::Bytes& script : scripts)
        if (!contains(script)) layer->insert(script);
    if (layer->empty()) return;
    while (!m_layers.empty() && m_layers.back()->size() < 2 * layer->size()) {
        layer->insert(m_layers.back()->begin(), m_layers.back()->end());
        m_layers.pop_back();
    }
    m_layers.push_back(std::move(layer));
}

} // namespace node

#include "consensus/CardJson.h"

namespace consensus {

namespace {

using Kind = CardError::Kind;

/// Builds the tree while the library's reader walks the text; the first refusal stops the walk.
class TreeBuilder : public nlohmann::json_sax<CardJson> {
public:
    bool null() override { return put(nullptr) != nullptr; }
    bool boolean(bool value) override { return put(value) != nullptr; }
    bool number_integer(number_integer_t value) override { return put(value) != nullptr; }
    bool number_unsigned(number_unsigned_t value) override { return put(value) != nullptr; }
    bool number_float(number_float_t value, const string_t&) override { return put(value) != nullptr; }
    bool string(string_t& value) override { return put(std::move(value)) != nullptr; }
    bool binary(binary_t&) override { return refuse({Kind::NotJson}); }
    bool start_object(std::size_t) override { return open(CardJson::object()); }
    bool start_array(std::size_t) override { return open(CardJson::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& name) override {
        if (m_open.back()->contains(name)) return refuse({Kind::KeyTwice, name});
        m_key = std::move(name);
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::json::exception&) override {
        return refuse({.kind = Kind::NotJson, .number = position});
    }

    [[nodiscard]] CardJson takeTree() { return std::move(m_root); }
    [[nodiscard]] CardError takeError() { return std::move(m_error); }

private:
    /// Null when there are too many values already.
    CardJson* put(CardJson value) {
        if (++m_count > kMostCardValues) {
            refuse({Kind::TooManyValues, m_key});
            return nullptr;
        }
        if (m_open.empty()) {
            m_root = std::move(value);
            return &m_root;
        }
        CardJson& parent = *m_open.back();
        if (parent.is_object()) return &(parent[m_key] = std::move(value));
        parent.push_back(std::move(value));
        return &parent.back();
    }

    bool open(CardJson empty) {
        if (m_open.size() == kMostCardDepth) return refuse({Kind::TooDeep, m_key});
        CardJson* placed = put(std::move(empty));
        if (placed != nullptr) m_open.push_back(placed);
        return placed != nullptr;
    }

    bool close() {
        m_open.pop_back();
        return true;
    }

    bool refuse(CardError error) {
        m_error = std::move(error);
        return false;
    }

    CardJson m_root;
    /// The open objects and arrays. A parent does not grow while a child is open, so the pointers hold.
    std::vector<CardJson*> m_open;
    std::string m_key;
    std::size_t m_count = 0;
    CardError m_error{Kind::NotJson};
};

} // namespace

Result<CardJson, CardError> parseCardJson(std::string_view text) {
    if (text.size() > kMaxCardSize) return fail(CardError{.kind = Kind::TooLarge, .number = text.size()});
    if (const std::size_t zero = text.find('\0');
        zero != std::string_view::npos) { // the reader would stop there in silence
        return fail(CardError{.kind = Kind::ZeroByte, .number = zero + 1});
    }
    TreeBuilder builder;
    if (!CardJson::sax_parse(text.begin(), text.end(), &builder)) return fail(builder.takeError());
    CardJson tree = builder.takeTree();
    if (!tree.is_object()) return fail(CardError{Kind::NotAnObject});
    return tree;
}

} // namespace consensus

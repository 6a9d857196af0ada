#include "gui/widgets/Sentence.h"

#include <QStringView>

#include <algorithm>
#include <array>

namespace gui {

namespace {

struct Tone {
    QLatin1String name;
    Token token;
};

constexpr std::array<Tone, 7> kTones{{{QLatin1String("b"), Token::Text},
                                      {QLatin1String("work"), Token::Work},
                                      {QLatin1String("own"), Token::Own},
                                      {QLatin1String("good"), Token::Good},
                                      {QLatin1String("bad"), Token::Bad},
                                      {QLatin1String("accent"), Token::Accent},
                                      {QLatin1String("faint"), Token::Text3}}};

struct Entity {
    QLatin1String name;
    char16_t meaning;
};

constexpr std::array<Entity, 5> kEntities{{{QLatin1String("&amp;"), u'&'},
                                           {QLatin1String("&lt;"), u'<'},
                                           {QLatin1String("&gt;"), u'>'},
                                           {QLatin1String("&quot;"), u'"'},
                                           {QLatin1String("&nbsp;"), u'\u00a0'}}};

std::optional<Token> toneOf(QStringView name) {
    const auto* tone = std::ranges::find_if(kTones, [&](const Tone& known) { return name == known.name; });
    if (tone == kTones.end()) return std::nullopt;
    return tone->token;
}

struct Open {
    QString name;
    int start;
};

class Reader {
public:
    explicit Reader(const QString& marked) : m_rest(marked) {}

    Sentence read() {
        while (!m_rest.isEmpty()) {
            const QChar next = m_rest.front();
            if ((next == QLatin1Char('<') && readTag()) || (next == QLatin1Char('&') && readEntity()))
                continue;
            m_result.text += next;
            m_rest = m_rest.mid(1);
        }
        return m_result;
    }

private:
    bool readTag() {
        const qsizetype end = m_rest.indexOf(QLatin1Char('>'));
        if (end < 0) return false;
        const QStringView tag = m_rest.mid(1, end - 1);
        if (tag == QLatin1String("br"))
            m_result.text += QChar(QChar::LineSeparator);
        else if (!open(tag) && !close(tag))
            return false;
        m_rest = m_rest.mid(end + 1);
        return true;
    }

    bool open(QStringView tag) {
        static constexpr QLatin1String kLink("a href=\"");
        const int here = static_cast<int>(m_result.text.size());
        if (tag.startsWith(kLink) && tag.endsWith(QLatin1Char('"'))) {
            m_result.link = tag.mid(kLink.size(), tag.size() - kLink.size() - 1).toString();
            m_open.append({QStringLiteral("a"), here});
            return true;
        }
        if (!toneOf(tag)) return false;
        m_open.append({tag.toString(), here});
        return true;
    }

    bool close(QStringView tag) {
        const QStringView name = tag.mid(1);
        if (!tag.startsWith(QLatin1Char('/')) || !(name == QLatin1String("a") || toneOf(name))) return false;
        if (m_open.isEmpty() || m_open.last().name != name) return true; // there is nothing that it would end
        const Open opened = m_open.takeLast();
        const int length = static_cast<int>(m_result.text.size()) - opened.start;
        if (length > 0) m_result.marks.append({opened.start, length, toneOf(name)});
        return true;
    }

    bool readEntity() {
        for (const Entity& entity : kEntities) {
            if (!m_rest.startsWith(entity.name)) continue;
            m_result.text += QChar(entity.meaning);
            m_rest = m_rest.mid(entity.name.size());
            return true;
        }
        return false;
    }

    QStringView m_rest;
    Sentence m_result;
    QVector<Open> m_open;
};

} // namespace

Sentence readSentence(const QString& marked) {
    return Reader(marked).read();
}

} // namespace gui

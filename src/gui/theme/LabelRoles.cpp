#include "gui/theme/LabelRoles.h"

#include "gui/theme/Theme.h"

#include <QLabel>
#include <QPalette>

#include <algorithm>
#include <array>

namespace gui {

namespace {

struct LabelRole {
    const char* name;
    TextRole font;
    Token ink;
};

constexpr std::array kRoles{
    LabelRole{"muted", TextRole::Body, Token::Text2},
    LabelRole{"faint", TextRole::Body, Token::Text3},
    LabelRole{"small", TextRole::Small, Token::Text},
    LabelRole{"smallMuted", TextRole::Small, Token::Text2},
    LabelRole{"title", TextRole::Title, Token::Text},
    LabelRole{"cardTitle", TextRole::CardTitle, Token::Text},
    LabelRole{"strong", TextRole::Strong, Token::Text},
    LabelRole{"cardTitleMuted", TextRole::CardTitle, Token::Text2},
    LabelRole{"lead", TextRole::Lead, Token::Text},
    LabelRole{"big", TextRole::Big, Token::Text},
    LabelRole{"mono", TextRole::Mono, Token::Text},
    LabelRole{"monoMuted", TextRole::Mono, Token::Text2},
    LabelRole{"field", TextRole::FieldName, Token::Text2},
    LabelRole{"good", TextRole::Body, Token::Good},
    LabelRole{"bad", TextRole::Body, Token::Bad},
    LabelRole{"work", TextRole::Body, Token::Work},
    LabelRole{"own", TextRole::Body, Token::Own},
    LabelRole{"accent", TextRole::Body, Token::Accent},
    LabelRole{"hero", TextRole::Hero, Token::Text},
    LabelRole{"heroMuted", TextRole::HeroText, Token::Text2},
    LabelRole{"wayTitle", TextRole::WayTitle, Token::Text},
    LabelRole{"wayText", TextRole::WayText, Token::Text2},
};

} // namespace

void applyLabelRole(QLabel& label) {
    const QVariant property = label.property("role");
    if (!property.isValid()) return;
    const QByteArray name = property.toByteArray();
    const auto* role =
        std::ranges::find_if(kRoles, [&](const LabelRole& known) { return name == known.name; });
    if (role == kRoles.end()) {
        label.setFont(QFont());
        label.setPalette(QPalette());
        return;
    }
    QPalette palette;
    for (const auto part : {QPalette::WindowText, QPalette::Text}) { // Text: inside lists
        palette.setColor(part, color(role->ink));
        palette.setColor(QPalette::Disabled, part, color(Token::Text3));
    }
    label.setFont(roleFont(role->font));
    label.setPalette(palette);
}

} // namespace gui

#include "gui/network/CheckRow.h"

#include "gui/theme/Icons.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/Labels.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPainter>

#include <utility>

namespace gui {

MarkLook markLook(CheckMark mark) {
    switch (mark) {
    case CheckMark::Well:
        return {"check", Token::Good, Token::GoodSoft};
    case CheckMark::Better:
        return {"warning", Token::Work, Token::WorkSoft};
    case CheckMark::Broken:
        return {"close", Token::Bad, Token::BadSoft};
    case CheckMark::Running:
        return {"refresh", Token::Text2, Token::Sunken};
    case CheckMark::NotKnown:
        break;
    }
    return {"minus", Token::Text3, Token::Sunken};
}

QString markWords(CheckMark mark) {
    switch (mark) {
    case CheckMark::Well:
        return CheckRow::tr("well");
    case CheckMark::Better:
        return CheckRow::tr("could be better");
    case CheckMark::Broken:
        return CheckRow::tr("broken");
    case CheckMark::Running:
        return CheckRow::tr("is being looked at");
    case CheckMark::NotKnown:
        break;
    }
    return CheckRow::tr("not known yet");
}

CheckSign::CheckSign(int side, QWidget* parent) : QWidget(parent) {
    keepMeasured(this, [this, side] { setFixedSize(px(side), px(side)); });
}

void CheckSign::setMark(CheckMark mark) {
    if (std::exchange(m_mark, mark) != mark) update();
}

void CheckSign::paintEvent(QPaintEvent*) {
    const MarkLook look = markLook(m_mark);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(look.ground));
    painter.drawEllipse(rect());
    const double inset = width() * 0.24;
    paintIcon(painter, QLatin1String(look.icon), QRectF(rect()).adjusted(inset, inset, -inset, -inset),
              color(look.ink));
}

CheckRow::CheckRow(QWidget* parent)
    : QAbstractButton(parent), m_sign(new CheckSign(22)), m_words(new SentenceLabel),
      m_nothing(new SentenceLabel(tr("nothing to do"))), m_repair(new Button) {
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_repair->setSmall(true);
    m_words->setStrong(true);
    m_nothing->setWordWrap(false);
    for (QWidget* part :
         {static_cast<QWidget*>(m_sign), static_cast<QWidget*>(m_words), static_cast<QWidget*>(m_nothing)})
        part->setAttribute(Qt::WA_TransparentForMouseEvents); // the whole row is pressed
    auto* row = new QHBoxLayout(this);
    row->addWidget(m_sign, 0, Qt::AlignVCenter);
    row->addWidget(m_words, 1);
    row->addWidget(m_nothing, 0, Qt::AlignVCenter);
    row->addWidget(m_repair, 0, Qt::AlignVCenter);
    keepMeasured(this, [this, row] {
        row->setContentsMargins(px(12), px(6), px(10), px(6));
        row->setSpacing(px(12));
        setMinimumHeight(px(44));
    });
}

QSize CheckRow::sizeHint() const {
    return layout()->sizeHint();
}

void CheckRow::setCheck(const Check& check) {
    m_sign->setMark(check.mark);
    const QString sentence = check.detail.isEmpty()
                                 ? QStringLiteral("<b>%1</b>").arg(check.title.toHtmlEscaped())
                                 : QStringLiteral("<b>%1</b>&nbsp; <faint>%2</faint>")
                                       .arg(check.title.toHtmlEscaped(), check.detail.toHtmlEscaped());
    if (m_words->sentence() != sentence) m_words->setSentence(sentence);
    const bool canRepair = check.repair != Repair::None;
    m_repair->setText(check.button);
    if (m_repair->isHidden() == canRepair) m_repair->setVisible(canRepair);
    const bool isDone = !canRepair && check.mark == CheckMark::Well;
    if (m_nothing->isHidden() == isDone) m_nothing->setVisible(isDone);
    const QString name = QStringLiteral("%1, %2: %3").arg(check.title, check.detail, markWords(check.mark));
    if (accessibleName() != name) setAccessibleName(name);
}

void CheckRow::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    if (!isChecked() && !underMouse()) return;
    painter.setBrush(color(isChecked() ? Token::AccentSoft : Token::Hover));
    painter.drawRoundedRect(rect(), px(8), px(8));
    if (isChecked()) // colour is never the only sign
        painter.fillRect(QRect(0, px(6), 3, height() - px(12)), color(Token::Accent));
}

} // namespace gui

#include "moc_CheckRow.cpp"

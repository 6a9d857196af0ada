#include "gui/api/AnswerCard.h"

#include "gui/Format.h"
#include "gui/api/AnswerText.h"
#include "gui/api/ApiWords.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/CopyField.h"
#include "gui/widgets/Notices.h"
#include "gui/widgets/TabBar.h"
#include "gui/widgets/Tag.h"

#include <QVBoxLayout>

namespace gui {

namespace {

constexpr qsizetype kShownText = 24 * 1024; ///< laying out more would hold up the window

} // namespace

AnswerCard::AnswerCard(QWidget* parent) : Card(tr("Answer"), parent) {
    m_status = new Tag;
    m_status->setObjectName(QStringLiteral("statusTag"));
    m_status->hide();
    addTitleWidget(m_status);
    m_views = new TabBar({tr("Answer"), tr("Headers"), QStringLiteral("curl"), QStringLiteral("Python"),
                          QStringLiteral("JavaScript")});
    m_views->setObjectName(QStringLiteral("answerViews"));
    m_views->setAccessibleName(tr("What to show of the request"));
    m_views->setSmall(true);
    addHeaderWidget(m_views);
    m_code = new CodeBlock;
    m_code->setObjectName(QStringLiteral("answerText"));
    m_code->setMaximumLines(0);
    m_empty = new EmptyState(QStringLiteral("play"), tr("Send it, and the answer appears here. As curl, "
                                                        "Python and JavaScript it can be taken elsewhere."));
    body()->addWidget(m_code, 1);
    body()->addWidget(m_empty, 1);
    connect(m_views, &QTabBar::currentChanged, this, &AnswerCard::render);
    render();
}

void AnswerCard::setCall(const node::ApiCall& call) {
    m_call = call;
    if (m_views->currentIndex() > Headers) render();
}

void AnswerCard::setAnswer(const ApiAnswer* answer, bool busy) {
    m_sent = answer != nullptr;
    m_answer = answer ? *answer : ApiAnswer();
    m_busy = busy;
    m_text = bodyText();
    renderState();
    if (m_views->currentIndex() <= Headers) render();
}

void AnswerCard::showView(View view) {
    m_views->setCurrentIndex(view);
}

void AnswerCard::renderState() {
    m_status->setVisible(m_sent);
    QString note;
    if (m_answer.status != 0) {
        m_status->setText(QStringLiteral("%1 %2").arg(m_answer.status).arg(m_answer.reason));
        m_status->setKind(statusKind(m_answer.status));
        const QString size = Format::size(m_answer.bytes), time = Format::milliseconds(m_answer.milliseconds);
        if (m_answer.isCut)
            note = tr("the first %1 in %2").arg(size, time);
        else if (m_text.size() < kShownText)
            note = tr("%1 in %2").arg(size, time);
        else
            note = tr("%1 in %2, its beginning shown").arg(size, time);
    } else {
        m_status->setText(m_busy ? tr("waiting") : tr("no answer"));
        m_status->setKind(m_busy ? TagKind::Work : TagKind::Bad);
    }
    setNote(note);
}

QString AnswerCard::bodyText() const {
    if (!m_answer.problem.isEmpty()) return m_answer.problem;
    const QString& type = m_answer.contentType;
    if (type.startsWith(QLatin1String("application/json"))) return indentedJson(m_answer.body, kShownText);
    if (type.startsWith(QLatin1String("application/octet-stream")))
        return hexLines(m_answer.body, kShownText);
    // Of what goes on and on, the newest.
    const bool stream = type.startsWith(QLatin1String("text/event-stream"));
    return QString::fromUtf8(stream ? m_answer.body.right(kShownText) : m_answer.body.left(kShownText));
}

QString AnswerCard::textOf(View view) const {
    switch (view) {
    case Answer:
        return m_text.size() < kShownText ? m_text : m_text + QStringLiteral("\n…");
    case Headers:
        return m_answer.headers.trimmed();
    case Curl:
        return node::curlText(m_call);
    case Python:
        return node::pythonText(m_call);
    case JavaScript:
        return node::javaScriptText(m_call);
    }
    return {};
}

void AnswerCard::render() {
    const auto view = static_cast<View>(m_views->currentIndex());
    const bool nothing = view <= Headers && !m_sent;
    m_empty->setVisible(nothing);
    m_code->setVisible(!nothing);
    if (nothing) return;
    m_code->setAccessibleName(m_views->tabText(view));
    m_code->setCode(textOf(view));
}

} // namespace gui

#include "moc_AnswerCard.cpp"

#include "gui/dialogs/WordsEdit.h"

#include "gui/dialogs/Secrets.h"
#include "gui/theme/Theme.h"
#include "wallet/Mnemonic.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QScrollBar>

namespace gui {

namespace {

constexpr int kLettersToComplete = 2;
constexpr int kShownCompletions = 6;

} // namespace

QStringList mnemonicWordList() {
    QStringList out;
    for (const std::string& word : wallet::mnemonicWords())
        out << QString::fromStdString(word);
    return out;
}

WordsEdit::WordsEdit(QWidget* parent) : QPlainTextEdit(parent) {
    setAccessibleName(tr("Words of the wallet"));
    setPlaceholderText(tr("twelve or twenty-four words, in their order"));
    setTabChangesFocus(true);
    setFont(roleFont(TextRole::MonoBody));
    m_completer = new QCompleter(mnemonicWordList(), this);
    m_completer->setWidget(this);
    m_completer->setCompletionMode(QCompleter::PopupCompletion);
    m_completer->setMaxVisibleItems(kShownCompletions);
    connect(m_completer, qOverload<const QString&>(&QCompleter::activated), this, &WordsEdit::complete);
}

QString WordsEdit::problem() const {
    const QString text = toPlainText().simplified();
    if (text.isEmpty()) return tr("Type the words of the wallet.");
    const auto checked = wallet::checkMnemonic(wordsFrom(text));
    if (checked) return {};
    const wallet::MnemonicFailure& failure = checked.error();
    switch (failure.error) {
    case wallet::MnemonicError::WordCount: {
        const int count = static_cast<int>(text.split(QLatin1Char(' ')).size());
        return tr("These are %n word(s); a wallet has 12, 15, 18, 21 or 24.", nullptr, count);
    }
    case wallet::MnemonicError::UnknownWord: {
        const QString word = text.split(QLatin1Char(' ')).value(static_cast<qsizetype>(failure.wordIndex));
        QStringList near;
        for (const std::string& suggestion : failure.suggestions)
            near << QString::fromStdString(suggestion);
        const QString sentence =
            tr("Word %1, “%2”, is not in the list.").arg(failure.wordIndex + 1).arg(word);
        return near.isEmpty() ? sentence : tr("%1 Did you mean %2?").arg(sentence, near.join(tr(" or ")));
    }
    case wallet::MnemonicError::Checksum:
        break;
    }
    return tr("Every word is known, but together they are no wallet: a word is wrong or two are swapped.");
}

crypto::SecretString WordsEdit::words() const {
    auto checked = wallet::checkMnemonic(wordsFrom(toPlainText()));
    return checked ? std::move(*checked) : crypto::SecretString();
}

QSize WordsEdit::sizeHint() const {
    return {px(420), px(92)};
}

QString WordsEdit::wordBeforeCursor() const {
    QTextCursor cursor = textCursor();
    cursor.select(QTextCursor::WordUnderCursor);
    return cursor.selectedText().toLower();
}

void WordsEdit::complete(const QString& word) {
    QTextCursor cursor = textCursor();
    cursor.select(QTextCursor::WordUnderCursor);
    cursor.insertText(word + QLatin1Char(' '));
    setTextCursor(cursor);
}

void WordsEdit::keyPressEvent(QKeyEvent* event) {
    QAbstractItemView* list = m_completer->popup();
    const bool choosing =
        event->key() == Qt::Key_Enter || event->key() == Qt::Key_Return || event->key() == Qt::Key_Tab;
    if (list->isVisible() && choosing) {
        const QString chosen = list->currentIndex().isValid() ? list->currentIndex().data().toString()
                                                              : m_completer->currentCompletion();
        list->hide();
        return complete(chosen);
    }
    QPlainTextEdit::keyPressEvent(event);
    const QString begun = wordBeforeCursor();
    const bool useful = begun.size() >= kLettersToComplete && !event->text().isEmpty();
    m_completer->setCompletionPrefix(begun);
    const bool finished = m_completer->completionCount() == 1 && m_completer->currentCompletion() == begun;
    if (!useful || finished || m_completer->completionCount() == 0) return list->hide();
    QRect place = cursorRect();
    place.setWidth(list->sizeHintForColumn(0) + list->verticalScrollBar()->sizeHint().width() + px(16));
    m_completer->complete(place);
}

} // namespace gui

#include "moc_WordsEdit.cpp"

#pragma once

#include "crypto/SecretBytes.h"

#include <QPlainTextEdit>

class QCompleter;

namespace gui {

/// The English list, for completion.
QStringList mnemonicWordList();

/// A field for 12 to 24 words: completes them while typing and says which one is wrong.
class WordsEdit : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit WordsEdit(QWidget* parent = nullptr);

    /// What is wrong with the words, as a sentence; empty when they are right.
    [[nodiscard]] QString problem() const;
    /// The words, normalised. Needs: no problem.
    [[nodiscard]] crypto::SecretString words() const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    [[nodiscard]] QString wordBeforeCursor() const;
    void complete(const QString& word);
    QCompleter* m_completer;
};

} // namespace gui

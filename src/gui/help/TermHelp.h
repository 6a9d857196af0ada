#pragma once

#include "gui/help/Glossary.h"

#include <QObject>

#include <optional>

class QWidget;

namespace gui {

class Navigator;

/// F1: explains the term that the mouse points at, or that the focus is on, in a small window beside it, in
/// dialogs too. Where there is none, the Help page opens.  Thread: main.
class TermHelp : public QObject {
    Q_OBJECT
public:
    TermHelp(Navigator& navigator, QObject* parent);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void help();
    void explain(const Term& term, const QPoint& at, QWidget* beside);

    Navigator& m_navigator;
    QVector<Term> m_terms;  ///< read when they are needed first
    bool m_pointed = false; ///< the mouse was used last, not the keyboard
};

/// What `widget` says at `at` (its own coordinates; nothing: where its keyboard stands), the nearest words
/// first: its own, then those around it.
QStringList wordsAround(const QWidget* widget, const std::optional<QPoint>& at);

} // namespace gui

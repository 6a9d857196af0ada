#pragma once

#include <QObject>

class QDialog;
class QScrollArea;

namespace gui {

/// Keeps a dialog as high as what it says at its width, also when a sentence comes while it is open; what the
/// screen has no room for scrolls. Call it in the constructor, after the dialog has its layout. Child of the
/// dialog.
class DialogFit : public QObject {
    Q_OBJECT
public:
    static void to(QDialog& dialog);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    explicit DialogFit(QDialog& dialog);
    void fit(bool first);

    QDialog& m_dialog;
    QScrollArea* m_scroll;
    bool m_fitting = false;
};

} // namespace gui

#pragma once

#include "gui/dialogs/FormDialog.h"

#include <string>
#include <vector>

class QLabel;

namespace wallet {
struct Psbt;
}

namespace gui {

class PartMarks;
class QrView;

/// A prepared payment as a QR code to be held before a camera; one that is too large for a code as a row of
/// them (BBQr), shown one after the other, again and again.
class PsbtQrDialog : public FormDialog {
    Q_OBJECT
public:
    PsbtQrDialog(const wallet::Psbt& psbt, QWidget* parent);
    [[nodiscard]] const std::vector<std::string>& parts() const { return m_parts; }
    [[nodiscard]] std::size_t current() const { return m_current; }
    [[nodiscard]] QrView* qr() const { return m_qr; }

private:
    QWidget* makeControls();
    void showPart(std::size_t part);
    void tick();
    void setRunning(bool runs);
    void setSlow(bool slow);
    void setLarge(bool large);

    std::vector<std::string> m_parts;
    std::size_t m_current = 0;
    int m_ticks = 0;
    bool m_runs = false;
    bool m_slow = false;
    bool m_large = false;
    QrView* m_qr;
    PartMarks* m_marks;
    QLabel* m_which;
    Button* m_pause = nullptr;
    Button* m_speed = nullptr;
    Button* m_size = nullptr;
};

} // namespace gui

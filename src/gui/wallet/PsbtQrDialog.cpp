#include "gui/wallet/PsbtQrDialog.h"

#include "gui/Format.h"
#include "gui/frame/Seen.h"
#include "gui/theme/Theme.h"
#include "gui/widgets/Button.h"
#include "gui/widgets/FlowLayout.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/QrView.h"
#include "wallet/psbt/Psbt.h"
#include "wallet/text/Bbqr.h"

#include <QPainter>
#include <QVBoxLayout>

namespace gui {

/// A mark a part under the code: which have been shown, and which is. The words beside it say the same.
class PartMarks : public QWidget {
public:
    PartMarks() {
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        keepMeasured(this, [this] { setFixedHeight(px(8)); });
    }
    void setPart(std::size_t current, std::size_t total) {
        m_current = static_cast<int>(current);
        m_total = static_cast<int>(total);
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        if (m_total == 0) return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        const double step = static_cast<double>(width()) / m_total;
        const double gap = std::min(step / 4, static_cast<double>(px(4)));
        for (int part = 0; part < m_total; ++part) {
            painter.setBrush(color(part == m_current  ? Token::Work
                                   : part < m_current ? Token::Accent
                                                      : Token::Line));
            const QRectF mark(part * step + gap / 2, 0, step - gap, height());
            painter.drawRoundedRect(mark, std::min(mark.width(), mark.height()) / 2,
                                    std::min(mark.width(), mark.height()) / 2);
        }
    }

private:
    int m_current = 0;
    int m_total = 0;
};

namespace {

constexpr std::size_t kLongestQrPart = 480; // a code of 73 modules a side: easy for every camera
constexpr int kQrTickMs = 200;
constexpr int kQuickTicks = 2, kSlowTicks = 5; // a part
constexpr int kQrSide = 340, kLargeQrSide = 560;

std::vector<std::string> partsOf(const wallet::Psbt& psbt) {
    return wallet::bbqr::split(wallet::serialize(psbt), wallet::bbqr::kPsbt, kLongestQrPart);
}

} // namespace

PsbtQrDialog::PsbtQrDialog(const wallet::Psbt& psbt, QWidget* parent)
    : FormDialog(tr("Hand it on"), {}, tr("Done"), parent), m_parts(partsOf(psbt)), m_qr(new QrView),
      m_marks(new PartMarks), m_which(makeLabel({}, "work")) {
    setObjectName(QStringLiteral("psbtQrDialog"));
    cancelButton()->hide();
    const bool isRow = m_parts.size() > 1;
    setSentence(
        m_parts.empty() ? tr("This payment is too large for QR codes. Hand it on as a file.")
        : isRow
            ? tr("Hold it before the other's camera. The picture changes by itself and goes round until the "
                 "other has every part (BBQr). Pictures of it can be opened on the page Sign, "
                 "too.")
            : tr("Hold it before the other's camera (BBQr), or let them open a picture of it."));
    body()->addWidget(m_qr, 0, Qt::AlignHCenter);
    body()->addWidget(m_marks);
    body()->addWidget(m_which, 0, Qt::AlignHCenter);
    QWidget* const controls = makeControls();
    body()->addWidget(controls);
    m_qr->setVisible(!m_parts.empty());
    for (QWidget* part : {static_cast<QWidget*>(m_marks), static_cast<QWidget*>(m_which)})
        part->setVisible(isRow);
    m_pause->setVisible(isRow);
    m_speed->setVisible(isRow);
    m_size->setVisible(!m_parts.empty());
    setLarge(false);
    setSlow(false);
    connect(this, &FormDialog::submitted, this, &QDialog::accept);
    connect(new SeenClock(this, kQrTickMs), &SeenClock::tick, this, &PsbtQrDialog::tick);
    showPart(0);
    setRunning(isRow && !theme().reducedMotion());
}

QWidget* PsbtQrDialog::makeControls() {
    auto* controls = new QWidget;
    auto* row = new FlowLayout(controls);
    const auto add = [row](const QString& words, const char* name) {
        auto* button = new Button(words);
        button->setObjectName(QLatin1String(name));
        button->setSmall(true);
        row->addWidget(button);
        return button;
    };
    row->addStretch();
    m_pause = add({}, "pauseQrButton");
    Button* const next = add(tr("Next part"), "nextQrButton");
    next->setVisible(m_parts.size() > 1);
    m_speed = add({}, "speedQrButton");
    m_size = add({}, "sizeQrButton");
    row->addStretch();
    connect(m_pause, &Button::clicked, this, [this] { setRunning(!m_runs); });
    connect(next, &Button::clicked, this, [this] {
        setRunning(false);
        showPart((m_current + 1) % m_parts.size());
    });
    connect(m_speed, &Button::clicked, this, [this] { setSlow(!m_slow); });
    connect(m_size, &Button::clicked, this, [this] { setLarge(!m_large); });
    return controls;
}

void PsbtQrDialog::showPart(std::size_t part) {
    if (m_parts.empty()) return;
    m_current = part;
    m_qr->setText(QString::fromStdString(m_parts[part]));
    m_marks->setPart(part, m_parts.size());
    const QString which = tr("Part %1 of %2")
                              .arg(Format::count(static_cast<qint64>(part) + 1),
                                   Format::count(static_cast<qint64>(m_parts.size())));
    m_which->setText(which);
    m_qr->setAccessibleName(m_parts.size() > 1 ? tr("QR code. %1").arg(which) : tr("QR code"));
}

void PsbtQrDialog::tick() {
    if (!m_runs || ++m_ticks < (m_slow ? kSlowTicks : kQuickTicks)) return;
    m_ticks = 0;
    showPart((m_current + 1) % m_parts.size());
}

void PsbtQrDialog::setRunning(bool runs) {
    m_runs = runs;
    m_ticks = 0;
    m_pause->setText(runs ? tr("Pause") : tr("Go on"));
}

void PsbtQrDialog::setSlow(bool slow) {
    m_slow = slow;
    m_speed->setText(slow ? tr("Faster") : tr("Slower"));
}

void PsbtQrDialog::setLarge(bool large) {
    m_large = large;
    m_size->setText(large ? tr("Smaller") : tr("Larger"));
    const int side = px(large ? kLargeQrSide : kQrSide);
    m_qr->setFixedSize(side, side);
}

} // namespace gui

#include "moc_PsbtQrDialog.cpp"

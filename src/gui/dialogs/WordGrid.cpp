#include "gui/dialogs/WordGrid.h"

#include "gui/dialogs/WordsEdit.h"
#include "gui/theme/Icons.h"
#include "gui/theme/RoundBox.h"
#include "gui/theme/Theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>

#include <algorithm>
#include <utility>

namespace gui {

namespace {

constexpr int kCellHeight = 38;
constexpr int kNumberRoom = 34;

} // namespace

/// Where one word is typed, completed from the list; Tab and Enter take the completion.
class WordField : public QLineEdit {
public:
    WordField(int number, QWidget* parent) : QLineEdit(parent), m_number(number) {
        setObjectName(QStringLiteral("wordEdit%1").arg(number));
        setAccessibleName(WordGrid::tr("Word %1").arg(number));
        setPlaceholderText(WordGrid::tr("word %1").arg(number));
        setTextMargins(px(kNumberRoom - 10), 0, px(24), 0);
        setMaxLength(24);
        m_completer = new QCompleter(mnemonicWordList(), this);
        m_completer->setCaseSensitivity(Qt::CaseInsensitive);
        m_completer->setMaxVisibleItems(5);
        setCompleter(m_completer);
        m_completer->popup()->installEventFilter(this);
    }
    void setRight() {
        setReadOnly(true);
        m_right = true;
        setAccessibleDescription(WordGrid::tr("right"));
        update();
    }
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() != QEvent::KeyPress) return QLineEdit::eventFilter(watched, event);
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool takes = key == Qt::Key_Tab || key == Qt::Key_Return || key == Qt::Key_Enter;
        const bool chosen = m_completer->popup()->currentIndex().isValid();
        if (!takes || chosen || m_completer->completionCount() == 0)
            return QLineEdit::eventFilter(watched, event);
        const QString word = m_completer->currentCompletion();
        m_completer->popup()->hide();
        setText(word);
        emit m_completer->activated(word);
        return true;
    }

protected:
    /// Enter ends the word. It is not for the dialog, too: its button may mean another thing by then.
    void keyPressEvent(QKeyEvent* event) override {
        QLineEdit::keyPressEvent(event);
        if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) event->accept();
    }
    void paintEvent(QPaintEvent* event) override {
        QLineEdit::paintEvent(event);
        QPainter painter(this);
        painter.setFont(roleFont(TextRole::Small));
        painter.setPen(color(Token::Text2));
        painter.drawText(QRect(0, 0, px(kNumberRoom - 8), height()),
                         static_cast<int>(Qt::AlignVCenter | Qt::AlignRight), QString::number(m_number));
        const int side = px(16);
        if (m_right)
            paintIcon(painter, QStringLiteral("check"),
                      QRectF(width() - side - px(10), (height() - side) / 2.0, side, side),
                      color(Token::Good));
    }

private:
    QCompleter* m_completer;
    int m_number;
    bool m_right = false;
};

/// One word: shown, hidden, or a field.
class WordCell : public QLabel {
public:
    WordCell(int number, QWidget* parent) : QLabel(parent), m_number(number) {
        setTextFormat(Qt::PlainText);
        setMinimumSize(px(104), px(kCellHeight));
    }
    void showWord(const QString& word) {
        setText(word);
        setAccessibleName(WordGrid::tr("Word %1: %2").arg(m_number).arg(word));
    }
    void hideWord() {
        setText(QString(5, QChar(0x2022)));
        setAccessibleName(WordGrid::tr("Word %1, hidden").arg(m_number));
    }
    WordField* askWord() {
        setText({});
        setAccessibleName({});
        m_field = new WordField(m_number, this);
        m_field->show();
        place();
        return m_field;
    }
    [[nodiscard]] WordField* field() const { return m_field; }

protected:
    void paintEvent(QPaintEvent*) override {
        if (m_field) return;
        QPainter painter(this);
        const bool high = theme().kind() == ThemeKind::HighContrast;
        paintRoundBox(painter, rect(), px(8), color(Token::Sunken),
                      color(high ? Token::Line : Token::Sunken));
        painter.setFont(roleFont(TextRole::Small));
        painter.setPen(color(Token::Text2));
        painter.drawText(QRect(0, 0, px(kNumberRoom - 8), height()),
                         static_cast<int>(Qt::AlignVCenter | Qt::AlignRight), QString::number(m_number));
        painter.setFont(roleFont(TextRole::Strong));
        painter.setPen(color(Token::Text));
        painter.drawText(rect().adjusted(px(kNumberRoom), 0, 0, 0),
                         static_cast<int>(Qt::AlignVCenter | Qt::AlignLeft), text());
    }
    void resizeEvent(QResizeEvent*) override { place(); }

private:
    void place() {
        if (m_field) m_field->setGeometry(rect());
    }
    WordField* m_field = nullptr;
    int m_number;
};

WordGrid::WordGrid(QWidget* parent) : QWidget(parent), m_grid(new QGridLayout(this)) {
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setSpacing(px(8));
}

WordGrid::~WordGrid() {
    wipe();
}

void WordGrid::wipe() {
    for (QString& word : m_words)
        word.fill(QLatin1Char(' '));
    m_words.clear();
    clearCells();
}

/// A cell may be the one whose signal led here.
void WordGrid::clearCells() {
    for (WordCell* cell : std::exchange(m_cells, {})) {
        if (cell->field()) {
            cell->field()->disconnect(this);
            cell->field()->completer()->disconnect(this);
        }
        m_grid->removeWidget(cell);
        cell->hide();
        cell->deleteLater();
    }
}

void WordGrid::setWords(const QStringList& words) {
    wipe();
    m_words = words;
    showAll();
}

void WordGrid::showAll() {
    ask({});
    for (int i = 0; i < m_cells.size(); ++i)
        m_cells[i]->showWord(m_words[i]);
}

void WordGrid::ask(const QVector<int>& positions) {
    clearCells();
    m_asked = positions;
    m_right = 0;
    const int columns = m_words.size() > 12 ? 4 : 3;
    for (int i = 0; i < m_words.size(); ++i) {
        auto* cell = new WordCell(i + 1, this);
        m_cells << cell;
        m_grid->addWidget(cell, i / columns, i % columns);
        cell->show(); // now, not with the next layout
        if (!positions.contains(i)) {
            cell->hideWord();
            continue;
        }
        WordField* field = cell->askWord();
        connect(field, &QLineEdit::textEdited, this,
                [this, i](const QString& typed) { check(i, typed, false); });
        connect(field, &QLineEdit::editingFinished, this,
                [this, i, field] { check(i, field->text(), true); });
        connect(field->completer(), qOverload<const QString&>(&QCompleter::activated), this,
                [this, i](const QString& word) { check(i, word, true); });
    }
    if (!positions.isEmpty()) m_cells[positions.front()]->field()->setFocus();
}

void WordGrid::check(int position, const QString& typed, bool finished) {
    WordField* field = m_cells[position]->field();
    const QString word = typed.trimmed().toLower();
    if (field->isReadOnly()) return;
    if (word == m_words[position]) {
        setStyleProperty(field, "invalid", QStringLiteral("false"));
        field->setText(word);
        field->setRight();
        ++m_right;
        const auto open =
            std::ranges::find_if(m_asked, [this](int each) { return !m_cells[each]->field()->isReadOnly(); });
        if (open != m_asked.end()) m_cells[*open]->field()->setFocus();
        emit right(position);
        return;
    }
    const bool bad = finished && !word.isEmpty();
    const bool wasBad = field->property("invalid").toString() == QLatin1String("true");
    setStyleProperty(field, "invalid", bad ? QStringLiteral("true") : QStringLiteral("false"));
    if (bad && !wasBad) emit wrong(position);
}

ProgressLine::ProgressLine(QWidget* parent) : QWidget(parent) {
    setFixedHeight(px(6));
}

void ProgressLine::setShare(double share) {
    m_share = std::clamp(share, 0.0, 1.0);
    update();
}

void ProgressLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double radius = height() / 2.0;
    painter.setBrush(color(Token::Sunken));
    painter.drawRoundedRect(QRectF(rect()), radius, radius);
    if (m_share <= 0) return;
    const double done = width() * m_share;
    painter.setBrush(color(Token::Good));
    painter.drawRoundedRect(
        QRectF(layoutDirection() == Qt::RightToLeft ? width() - done : 0, 0, done, height()), radius, radius);
}

} // namespace gui

#include "moc_WordGrid.cpp"

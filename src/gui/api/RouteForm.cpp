#include "gui/api/RouteForm.h"

#include "gui/api/ApiWords.h"
#include "gui/widgets/Labels.h"
#include "gui/widgets/Tag.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QUrl>

#include <algorithm>

namespace gui {

namespace {

enum As { Nobody, Cookie, BearerToken };

constexpr QLatin1String kBodyKey("\n"); // no parameter is called so

QString routeKey(const node::ApiRoute& route) {
    return route.method + QLatin1Char(' ') + route.path;
}

} // namespace

RouteForm::RouteForm(QWidget* parent) : Card(parent) {
    buildHead();
    auto* fields = new QWidget;
    m_grid = new QGridLayout(fields);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(px(12));
    m_grid->setVerticalSpacing(px(6));
    m_grid->setColumnStretch(1, 1);
    body()->addWidget(fields);
    buildCredentials();
}

void RouteForm::buildHead() {
    m_method = new Tag;
    m_method->setObjectName(QStringLiteral("methodTag"));
    addTitleWidget(m_method);
    m_summary = new SentenceLabel;
    m_summary->setStrong(true);
    m_access = new SentenceLabel;
    body()->setSpacing(px(8));
    body()->addWidget(m_summary);
    body()->addWidget(m_access);
}

void RouteForm::buildCredentials() {
    m_as = new QComboBox(this);
    m_as->setObjectName(QStringLiteral("credentialsCombo"));
    m_as->addItems({tr("without a password"), tr("with the password of this run"), tr("with a token")});
    m_as->setAccessibleName(tr("Send as"));
    m_token = new QLineEdit(this);
    m_token->setObjectName(QStringLiteral("tokenEdit"));
    m_token->setEchoMode(QLineEdit::Password);
    m_token->setPlaceholderText(QStringLiteral("cairn_…"));
    m_token->setAccessibleName(tr("Token"));
    m_token->hide();
    m_target = new HashLabel;
    m_target->setAccessibleName(tr("Address of this request"));
    m_lastRow = new FlowLayout;
    m_lastRow->setGaps(10, 8);
    m_lastRow->addWidget(m_target);
    m_lastRow->addStretch();
    m_lastRow->addWidget(m_token);
    m_lastRow->addWidget(m_as);
    body()->addLayout(m_lastRow);
    connect(m_as, &QComboBox::currentIndexChanged, this, [this](int as) {
        m_token->setVisible(as == BearerToken);
        if (!m_filling) emit changed();
    });
    connect(m_token, &QLineEdit::textChanged, this, &RouteForm::changed);
}

void RouteForm::setEndpoints(const QString& server, const QString& cookieFile) {
    if (m_server == server && m_cookieFile == cookieFile) return;
    m_server = server;
    m_cookieFile = cookieFile;
    renewTarget();
}

void RouteForm::setSamples(const ApiSamples& samples) {
    if (samples == m_samples) return;
    m_samples = samples;
    fillSamples();
}

void RouteForm::setRoute(const node::ApiRoute& route) {
    keep();
    m_filling = true;
    m_route = route;
    setTitle(route.path);
    m_method->setText(route.method);
    m_method->setKind(methodKind(route.method));
    m_summary->setSentence(route.summary.toHtmlEscaped());
    m_access->setSentence(accessSentence(route));
    m_as->setCurrentIndex(route.access == QLatin1String("control") ? Cookie : Nobody);
    buildFields();
    const auto kept = m_kept.value(routeKey(route));
    for (Field& field : m_fields) {
        field.touched = kept.contains(field.parameter.name);
        if (field.touched) field.edit->setText(kept.value(field.parameter.name));
    }
    m_bodyTouched = kept.contains(kBodyKey);
    if (m_body && m_bodyTouched) m_body->setPlainText(kept.value(kBodyKey));
    m_filling = false;
    fillSamples();
}

void RouteForm::keep() {
    if (m_route.path.isEmpty()) return;
    QHash<QString, QString> values;
    for (const Field& field : m_fields) {
        if (field.touched) values[field.parameter.name] = field.edit->text();
    }
    if (m_body && m_bodyTouched) values[kBodyKey] = m_body->toPlainText();
    m_kept[routeKey(m_route)] = values;
}

void RouteForm::setValues(const QHash<QString, QString>& values) {
    for (Field& field : m_fields) {
        field.edit->setText(values.value(field.parameter.name));
        field.touched = true;
    }
}

void RouteForm::clearFields() {
    m_fields.clear();
    m_body = nullptr;
    while (QLayoutItem* item = m_grid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void RouteForm::buildFields() {
    clearFields();
    for (const node::ApiParameter& parameter : m_route.parameters)
        addField(parameter);
    if (!m_route.bodyType.isEmpty()) addBody();
    QWidget* last = m_as;
    for (const Field& field : m_fields) {
        setTabOrder(last, field.edit);
        last = field.edit;
    }
}

void RouteForm::addField(const node::ApiParameter& parameter) {
    const int row = m_grid->rowCount();
    auto* edit = new QLineEdit;
    edit->setObjectName(parameter.name + QStringLiteral("Edit"));
    setStyleProperty(edit, "mono", QStringLiteral("true"));
    edit->setPlaceholderText(parameter.inPath ? tr("part of the path") : parameter.text);
    edit->setToolTip(parameter.text);
    edit->setAccessibleName(parameter.name);
    edit->setAccessibleDescription(parameter.text);
    QLabel* name = makeLabel(parameter.name, "mono");
    name->setBuddy(edit);
    m_grid->addWidget(name, row, 0);
    m_grid->addWidget(edit, row, 1);
    m_fields.push_back({parameter, edit});
    connect(edit, &QLineEdit::textEdited, this, [this, edit] {
        for (Field& field : m_fields)
            field.touched = field.touched || field.edit == edit;
    });
    connect(edit, &QLineEdit::textChanged, this, &RouteForm::renewTarget);
    connect(edit, &QLineEdit::returnPressed, this, &RouteForm::submitted);
}

void RouteForm::addBody() {
    const int row = m_grid->rowCount();
    m_body = new QPlainTextEdit;
    m_body->setObjectName(QStringLiteral("bodyEdit"));
    setStyleProperty(m_body, "mono", QStringLiteral("true"));
    m_body->setTabChangesFocus(true);
    m_body->setFixedHeight(px(72));
    const bool bytes = m_route.bodyType == QLatin1String("application/octet-stream");
    m_body->setPlaceholderText(bytes ? tr("Bytes in hex") : m_route.bodyType);
    m_body->setAccessibleName(tr("Body of the request"));
    QLabel* name = makeLabel(tr("body"), "mono");
    name->setBuddy(m_body);
    m_grid->addWidget(name, row, 0, Qt::AlignTop);
    m_grid->addWidget(m_body, row, 1);
    connect(m_body, &QPlainTextEdit::textChanged, this, [this] {
        if (m_filling) return;
        m_bodyTouched = true;
        emit changed();
    });
}

/// What the route would be asked about: the block, transaction, address of the own chain that is at hand.
QString RouteForm::sampleFor(const QString& name) const {
    if (name == QLatin1String("address")) return m_samples.address;
    if (name == QLatin1String("txid") || m_route.path.startsWith(QLatin1String("/transaction")))
        return m_samples.txid;
    if (name == QLatin1String("hash"))
        return m_route.path.contains(QLatin1String("scripthash")) ? m_samples.scriptHash
                                                                  : m_samples.blockHash;
    if (name == QLatin1String("height") || name == QLatin1String("start_height")) return m_samples.height;
    if (name == QLatin1String("vout") || name == QLatin1String("index") ||
        name == QLatin1String("start_index"))
        return QStringLiteral("0");
    return name == QLatin1String("last_seen") ? m_samples.txid : QString();
}

void RouteForm::fillSamples() {
    m_filling = true;
    for (const Field& field : m_fields) {
        if (field.parameter.inPath && !field.touched) field.edit->setText(sampleFor(field.parameter.name));
    }
    if (m_body && !m_bodyTouched) {
        QString text = m_route.sampleBody;
        if (!m_samples.address.isEmpty()) text.replace(QLatin1String("ADDRESS"), m_samples.address);
        m_body->setPlainText(text);
    }
    m_filling = false;
    renewTarget();
}

QString RouteForm::url() const {
    QStringList parts = m_route.path.split(QLatin1Char('/'));
    QStringList query;
    for (const Field& field : m_fields) {
        const QString value = QString::fromLatin1(QUrl::toPercentEncoding(field.edit->text()));
        if (field.parameter.inPath)
            parts.replaceInStrings(
                QRegularExpression(QLatin1Char('^') + QStringLiteral(":%1$").arg(field.parameter.name)),
                value);
        else if (!value.isEmpty())
            query << field.parameter.name + QLatin1Char('=') + value;
    }
    const QString path = parts.join(QLatin1Char('/'));
    return m_server + (query.isEmpty() ? path : path + QLatin1Char('?') + query.join(QLatin1Char('&')));
}

void RouteForm::renewTarget() {
    if (m_filling) return;
    m_target->setText(url());
    emit changed();
}

node::ApiCall RouteForm::call() const {
    node::ApiCall call;
    call.method = m_route.method;
    call.url = url();
    call.contentType = m_route.bodyType;
    if (m_body) call.body = m_body->toPlainText();
    call.answerType = m_route.answerType;
    if (m_as->currentIndex() == Cookie) call.cookieFile = m_cookieFile;
    if (m_as->currentIndex() == BearerToken) call.token = m_token->text().trimmed();
    return call;
}

QString RouteForm::missing() const {
    const auto empty = std::ranges::find_if(
        m_fields, [](const Field& field) { return field.parameter.inPath && field.edit->text().isEmpty(); });
    return empty == m_fields.end() ? QString() : empty->parameter.name;
}

void RouteForm::focusFirst() {
    if (!m_fields.empty())
        m_fields.front().edit->setFocus();
    else if (m_body)
        m_body->setFocus();
    else
        m_as->setFocus();
}

} // namespace gui

#include "moc_RouteForm.cpp"

#pragma once

#include "gui/widgets/Card.h"
#include "gui/widgets/FlowLayout.h"
#include "node/NodeTypes.h"
#include "node/api/ApiCall.h"

#include <QHash>

#include <vector>

class QComboBox;
class QGridLayout;
class QLineEdit;
class QPlainTextEdit;

namespace gui {

class HashLabel;
class SentenceLabel;
class Tag;

/// What a parameter can be filled with, taken from the own chain and wallet.
struct ApiSamples {
    QString height;
    QString blockHash;
    QString txid;
    QString address;
    QString scriptHash;
    bool operator==(const ApiSamples&) const = default;
};

/// One route: what it does, what it needs, and the fields that make a call of it. What was typed is kept for
/// each route.
class RouteForm : public Card {
    Q_OBJECT
public:
    explicit RouteForm(QWidget* parent = nullptr);
    /// At the end of the last row.
    void addAction(QWidget* button) { m_lastRow->addWidget(button); }
    void setEndpoints(const QString& server, const QString& cookieFile);
    void setSamples(const ApiSamples& samples);
    void setRoute(const node::ApiRoute& route);
    [[nodiscard]] const node::ApiRoute& route() const { return m_route; }
    /// `values` by name; what is not named is emptied.
    void setValues(const QHash<QString, QString>& values);
    [[nodiscard]] node::ApiCall call() const;
    /// Which parameter of the path is empty; empty: none is.
    [[nodiscard]] QString missing() const;
    void focusFirst();

signals:
    void changed();
    void submitted(); ///< Enter in a field

private:
    struct Field {
        node::ApiParameter parameter;
        QLineEdit* edit;
        bool touched = false; ///< by the user: samples leave it alone
    };
    void buildHead();
    void buildCredentials();
    void buildFields();
    void clearFields();
    void addField(const node::ApiParameter& parameter);
    void addBody();
    void fillSamples();
    void keep();
    void renewTarget();
    [[nodiscard]] QString sampleFor(const QString& name) const;
    [[nodiscard]] QString url() const;

    node::ApiRoute m_route;
    QString m_server;
    QString m_cookieFile;
    ApiSamples m_samples;
    Tag* m_method;
    SentenceLabel* m_summary;
    SentenceLabel* m_access;
    QGridLayout* m_grid;
    std::vector<Field> m_fields;
    QPlainTextEdit* m_body = nullptr;
    bool m_bodyTouched = false;
    FlowLayout* m_lastRow;
    QComboBox* m_as;
    QLineEdit* m_token;
    HashLabel* m_target;
    QHash<QString, QHash<QString, QString>> m_kept; ///< by method and path: what the user typed
    bool m_filling = false;
};

} // namespace gui

#pragma once

#include <QCompleter>

#include <memory>

namespace wallet {
class People;
}

namespace gui {

/// Completes the names of the address book in a field for addresses: who is chosen is put in by their
/// address.
class PeopleCompleter : public QCompleter {
    Q_OBJECT
public:
    explicit PeopleCompleter(QObject* parent = nullptr);
    void setPeople(const std::shared_ptr<const wallet::People>& people);
    [[nodiscard]] QString pathFromIndex(const QModelIndex& index) const override;

private:
    std::shared_ptr<const wallet::People> m_people;
};

/// The latest address of whoever has exactly this name, in whatever case; empty: nobody.
QString addressOfPerson(const wallet::People& people, const QString& name);

} // namespace gui

#pragma once

#include "PageFixture.h"

/// Writes down where a page leads.
class FakeNavigator : public gui::Navigator {
public:
    QStringList calls;
    void open(const gui::PageLink& link) override { calls << test::linkText(link); }
    void showNotice(const QString& sentence) override { calls << QStringLiteral("notice ") + sentence; }
    void joinNetwork(const QString& card) override { calls << QStringLiteral("join ") + card; }
};

#pragma once

namespace gui {
class FrameWindow;
class Page;
} // namespace gui

/// Pages that show every widget with invented figures.
gui::Page* makeHomeSample();
gui::Page* makeSendSample();
gui::Page* makeTransactionSample();
gui::Page* makeMiningSample();
gui::Page* makeControlsSample();
gui::Page* makeNoticesSample();

/// Header, rail and status bar with invented figures.
void fillFrame(gui::FrameWindow& window);

package io.duban.platform.pages;

/** Whether the pages are the author's own. */
public enum PageLayout {
    /** Every mark stands where the file puts it. */
    FIXED,
    /** 文本版式: the file has no pages of its own; its words, headings, tables and pictures were flowed into ours. */
    FLOWED
}

package io.duban.platform.pages;

import java.util.List;

/**
 * Everything one reading of a file found.
 *
 * @param layout whether the pages are the author's own
 * @param sizes of the pages, in order
 * @param texts of the pages, in order; empty words for a page without any
 * @param seals in the order the file names them
 */
public record PaperContents(PageLayout layout, List<PageSize> sizes, List<String> texts, List<SealFinding> seals) {}

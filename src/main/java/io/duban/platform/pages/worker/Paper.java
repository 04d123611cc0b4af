package io.duban.platform.pages.worker;

import io.duban.platform.pages.PageLayout;
import io.duban.platform.pages.PageSize;
import io.duban.platform.pages.PaperFailure;
import io.duban.platform.pages.SealFinding;
import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** One file opened as pages, counted from 0. */
interface Paper extends Closeable {

    int MOST_PAGES = 1_000;
    int MOST_LETTERS = 4_000_000;

    PageLayout layout();

    List<PageSize> sizes() throws IOException, PaperFailure;

    /** The words of a page in the order they are read. */
    String text(int page) throws IOException, PaperFailure;

    /** The page as a picture of that width; its height follows from the page. */
    BufferedImage draw(int page, int width) throws IOException, PaperFailure;

    default List<SealFinding> seals() throws IOException, PaperFailure {
        return List.of();
    }
}

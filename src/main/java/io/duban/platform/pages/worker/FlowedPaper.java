package io.duban.platform.pages.worker;

import io.duban.platform.pages.PageLayout;
import io.duban.platform.pages.PageSize;
import io.duban.platform.pages.PaperFailure;
import io.duban.platform.pages.PaperFault;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;

/** A text without pages of its own, flowed into A4 pages of ours (文本版式). */
final class FlowedPaper implements Paper {

    static final PageSize A4 = new PageSize(210, 297);

    private final List<Flow.Sheet> sheets;

    FlowedPaper(List<Block> blocks) throws IOException, PaperFailure {
        this.sheets = new Flow().pages(blocks);
    }

    static FlowedPaper of(Path docx) throws IOException, PaperFailure {
        try (var archive = Archive.open(docx)) {
            return new FlowedPaper(new DocxReading(archive).blocks());
        }
    }

    @Override
    public PageLayout layout() {
        return PageLayout.FLOWED;
    }

    @Override
    public List<PageSize> sizes() {
        return Collections.nCopies(sheets.size(), A4);
    }

    @Override
    public String text(int page) {
        return sheets.get(page).text();
    }

    @Override
    public BufferedImage draw(int page, int width) throws IOException, PaperFailure {
        if (page >= sheets.size()) {
            throw new PaperFailure(PaperFault.DAMAGED);
        }
        var picture = Canvas.blank(A4, width);
        var pen = Canvas.pen(picture, A4);
        for (var mark : sheets.get(page).marks()) {
            mark.draw(pen);
        }
        pen.dispose();
        return picture;
    }

    @Override
    public void close() {}
}

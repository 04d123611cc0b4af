package io.duban.platform.pages.worker;

import io.duban.platform.pages.PageLayout;
import io.duban.platform.pages.PageSize;
import io.duban.platform.pages.PaperFailure;
import io.duban.platform.pages.PaperFault;
import io.duban.platform.pages.SealFinding;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** A PDF, read by PDFBox. */
final class PdfPaper implements Paper {

    private static final double MILLIMETRES = 25.4 / 72;
    private static final long MEMORY = 32L * 1024 * 1024;
    private static final long DISK = 256L * 1024 * 1024;
    private static final int MOST_LETTERS_OF_PAGE = 200_000;

    private final Path file;
    private final PDDocument document;
    private final TrustAnchors anchors;

    PdfPaper(Path file, TrustAnchors anchors) throws IOException, PaperFailure {
        this.file = file;
        this.anchors = anchors;
        this.document = loaded(file);
    }

    private static PDDocument loaded(Path file) throws IOException, PaperFailure {
        try {
            return Loader.loadPDF(
                    file.toFile(), "", null, null, MemoryUsageSetting.setupMixed(MEMORY, MEMORY + DISK).streamCache);
        } catch (InvalidPasswordException locked) {
            throw new PaperFailure(PaperFault.ENCRYPTED, locked);
        }
    }

    @Override
    public PageLayout layout() {
        return PageLayout.FIXED;
    }

    @Override
    public List<PageSize> sizes() throws PaperFailure {
        // The number a file claims is not believed: the tree is walked, and only so far.
        var sizes = new ArrayList<PageSize>();
        for (var page : document.getPages()) {
            if (sizes.size() == MOST_PAGES) {
                throw new PaperFailure(PaperFault.TOO_LARGE);
            }
            sizes.add(size(page));
        }
        return sizes;
    }

    private static PageSize size(PDPage page) {
        var box = page.getCropBox();
        boolean lying = page.getRotation() % 180 != 0;
        double width = (lying ? box.getHeight() : box.getWidth()) * MILLIMETRES;
        double height = (lying ? box.getWidth() : box.getHeight()) * MILLIMETRES;
        return new PageSize(width, height);
    }

    @Override
    public String text(int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page + 1);
        stripper.setEndPage(page + 1);
        var text = new Bounded();
        try {
            stripper.writeText(document, text);
        } catch (Full enough) {
            // What is beyond is neither found nor read aloud; the picture shows it.
        }
        return text.toString().strip();
    }

    @Override
    public BufferedImage draw(int page, int width) throws PaperFailure, IOException {
        if (page >= MOST_PAGES || page >= document.getNumberOfPages()) {
            throw new PaperFailure(PaperFault.DAMAGED);
        }
        var size = size(document.getPage(page));
        Canvas.height(size, width);
        var renderer = new PDFRenderer(document);
        renderer.setSubsamplingAllowed(true);
        return renderer.renderImage(page, (float) (width / (size.width() / MILLIMETRES)), ImageType.RGB);
    }

    @Override
    public List<SealFinding> seals() throws IOException {
        var findings = new ArrayList<SealFinding>();
        for (var signature : document.getSignatureDictionaries()) {
            findings.add(PdfSignatures.check(signature, file, anchors));
        }
        return findings;
    }

    @Override
    public void close() throws IOException {
        document.close();
    }

    private static final class Full extends IOException {
        private static final long serialVersionUID = 1L;
    }

    private static final class Bounded extends Writer {

        private final StringWriter text = new StringWriter();

        @Override
        public void write(char[] from, int offset, int length) throws IOException {
            text.write(from, offset, length);
            if (text.getBuffer().length() > MOST_LETTERS_OF_PAGE) {
                throw new Full();
            }
        }

        @Override
        public String toString() {
            return text.toString();
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}

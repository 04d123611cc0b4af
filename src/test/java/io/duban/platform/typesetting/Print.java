package io.duban.platform.typesetting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/** A printed paper, read back out of its PDF. */
record Print(byte[] bytes, int pages, List<Letter> letters, String hash) {

    private static final Typecase TYPECASE = new Typecase(TypesettingSettings.OWN_FACES);

    /** A character, the lower left corner of whose square is here, in points from the upper left corner of its page. */
    record Letter(int page, String text, double x, double baseline, double size, String font) {}

    static Print of(OfficialPaper paper) {
        synchronized (TYPECASE) {
            try {
                PaperProof.check(paper);
                return of(PdfPress.print(paper, new PaperSetting(paper, TYPECASE).sheets(), TYPECASE));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static Print of(byte[] bytes) throws IOException {
        try (var document = Loader.loadPDF(bytes)) {
            var reader = new Reader();
            reader.getText(document);
            var hash = document.getDocumentInformation().getCustomMetadataValue(PdfPress.TEXT_HASH);
            return new Print(bytes, document.getNumberOfPages(), reader.letters, hash);
        }
    }

    String text() {
        return letters.stream().map(Letter::text).collect(Collectors.joining()).replaceAll("\\s", "");
    }

    String text(int page) {
        return on(page).stream().map(Letter::text).collect(Collectors.joining()).replaceAll("\\s", "");
    }

    List<Letter> on(int page) {
        return letters.stream().filter(letter -> letter.page() == page).toList();
    }

    /** The first letter of this text. */
    Letter first(String text) {
        var all = letters.stream().map(Letter::text).collect(Collectors.joining());
        var at = all.indexOf(text);
        if (at < 0) {
            throw new AssertionError(text + " is not printed in: " + all);
        }
        var seen = 0;
        for (var letter : letters) {
            if (seen == at) {
                return letter;
            }
            seen += letter.text().length();
        }
        throw new AssertionError(text);
    }

    private static final class Reader extends PDFTextStripper {

        private final List<Letter> letters = new ArrayList<>();

        @Override
        protected void processTextPosition(TextPosition position) {
            var matrix = position.getTextMatrix();
            letters.add(new Letter(
                    getCurrentPageNo(),
                    position.getUnicode(),
                    matrix.getTranslateX(),
                    Measures.PAGE_HEIGHT - matrix.getTranslateY(),
                    matrix.getScalingFactorY(),
                    position.getFont().getName()));
        }

        @Override
        public String getText(PDDocument document) throws IOException {
            return super.getText(document);
        }
    }
}

package io.duban.platform.typesetting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/** Prints sheets as a PDF whose bytes depend on the paper alone. */
final class PdfPress {

    static final String TEXT_HASH = "TextHash";
    private static final PDRectangle A4 = new PDRectangle((float) Measures.PAGE_WIDTH, (float) Measures.PAGE_HEIGHT);
    private static final double WATERMARK = 130;

    private final Typecase typecase;
    private final PDDocument document = new PDDocument();
    private final Map<Face, PDFont> fonts = new EnumMap<>(Face.class);

    private PdfPress(Typecase typecase) {
        this.typecase = typecase;
    }

    static byte[] print(OfficialPaper paper, List<Sheet> sheets, Typecase typecase) throws IOException {
        var press = new PdfPress(typecase);
        try (var document = press.document) {
            for (var sheet : sheets) {
                press.print(sheet, paper.marking().watermark());
            }
            press.describe(paper);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private void describe(OfficialPaper paper) {
        // Else the file's id comes from the time of day.
        document.setDocumentId(Long.parseUnsignedLong(paper.textHash().substring(0, 16), 16));
        document.getDocumentCatalog().setLanguage("zh-CN");
        var about = document.getDocumentInformation();
        about.setTitle(paper.title());
        about.setAuthor(String.join(" ", paper.head().issuerMark()));
        about.setSubject(paper.head().documentNumber());
        about.setCustomMetadataValue(TEXT_HASH, paper.textHash());
        var date = paper.closing().documentDate();
        if (date != null) {
            var calendar = new GregorianCalendar(TimeZone.getTimeZone(ZoneOffset.ofHours(8)));
            calendar.setTimeInMillis(
                    date.atStartOfDay(ZoneOffset.ofHours(8)).toInstant().toEpochMilli());
            about.setCreationDate(calendar);
        }
    }

    private void print(Sheet sheet, @Nullable String watermark) throws IOException {
        var page = new PDPage(A4);
        document.addPage(page);
        try (var stream = new PDPageContentStream(document, page)) {
            if (watermark != null) {
                watermark(watermark, stream);
            }
            for (var rule : sheet.rules()) {
                stream.setStrokingColor(rule.ink().color());
                stream.setLineWidth((float) rule.thickness());
                stream.moveTo((float) rule.left(), up(rule.y()));
                stream.lineTo((float) rule.right(), up(rule.y()));
                stream.stroke();
            }
            stream.beginText();
            for (var run : runs(sheet.glyphs())) {
                print(run, stream);
            }
            stream.endText();
        }
    }

    private void watermark(String text, PDPageContentStream stream) throws IOException {
        var width = text.length() * WATERMARK;
        var turn = Matrix.getRotateInstance(
                Math.PI / 4, (float) (Measures.PAGE_WIDTH / 2), (float) (Measures.PAGE_HEIGHT / 2));
        turn.translate((float) (-width / 2), (float) (-WATERMARK * 0.38));
        stream.beginMarkedContent(COSName.ARTIFACT);
        stream.beginText();
        stream.setNonStrokingColor(Ink.PALE.color());
        stream.setFont(font(Face.HEI), (float) WATERMARK);
        stream.setTextMatrix(turn);
        stream.showText(text);
        stream.endText();
        stream.endMarkedContent();
    }

    private void print(List<Glyph> run, PDPageContentStream stream) throws IOException {
        var first = run.get(0);
        var font = font(first.face());
        stream.setNonStrokingColor(first.ink().color());
        stream.setFont(font, (float) first.size());
        stream.setTextMatrix(new Matrix((float) first.stretch(), 0, 0, 1, (float) first.x(), up(first.baseline())));
        var shown = new ArrayList<Object>();
        var pen = first.x();
        for (var glyph : run) {
            var scale = glyph.size() * glyph.stretch();
            var correction = Math.round((pen - glyph.x()) / scale * 1000);
            if (correction != 0) {
                shown.add((float) correction);
                pen -= correction * scale / 1000;
            }
            shown.add(glyph.character());
            pen += font.getStringWidth(glyph.character()) / 1000 * scale;
        }
        stream.showTextWithPositioning(shown.toArray());
    }

    // Every glyph in the face that has it, and neighbours of one face together.
    private List<List<Glyph>> runs(List<Glyph> glyphs) {
        var runs = new ArrayList<List<Glyph>>();
        Glyph before = null;
        for (var wanted : glyphs) {
            var glyph = available(wanted);
            if (before == null || !glyph.continues(before)) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(glyph);
            before = glyph;
        }
        return runs;
    }

    private Glyph available(Glyph glyph) {
        var character = typecase.drawable(glyph.character().codePointAt(0), glyph.face());
        var face = typecase.faceOf(character, glyph.face());
        return new Glyph(
                Character.toString(character),
                face,
                glyph.size(),
                glyph.stretch(),
                glyph.x(),
                glyph.baseline(),
                glyph.ink());
    }

    private PDFont font(Face face) throws IOException {
        var font = fonts.get(face);
        if (font == null) {
            font = PDType0Font.load(document, typecase.font(face), true);
            fonts.put(face, font);
        }
        return font;
    }

    private static float up(double fromTop) {
        return (float) (Measures.PAGE_HEIGHT - fromTop);
    }
}

package io.duban.platform.pages.worker;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.OpenTypeFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/** The fonts of PDFs that bring none: ours for Chinese, the library's own for everything else. No directory is searched. */
final class PdfFonts implements FontMapper {

    private static final int FORCE_BOLD = 1 << 18;

    private final TrueTypeFont latin;

    private PdfFonts() {
        var resource = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";
        try (var file = PDDocument.class.getResourceAsStream(resource)) {
            latin = new TTFParser().parse(new RandomAccessReadBuffer(file));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    static void install() {
        FontMappers.set(new PdfFonts());
    }

    @Override
    public FontMapping<TrueTypeFont> getTrueTypeFont(String name, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(fitting(name), true);
    }

    @Override
    public FontMapping<FontBoxFont> getFontBoxFont(String name, @Nullable PDFontDescriptor descriptor) {
        return new FontMapping<>(fitting(name), true);
    }

    @Override
    public CIDFontMapping getCIDFont(
            String name, @Nullable PDFontDescriptor descriptor, @Nullable PDCIDSystemInfo collection) {
        boolean heavy = isHeavy(name) || descriptor != null && (descriptor.getFlags() & FORCE_BOLD) != 0;
        var font = chinese(heavy);
        return font instanceof OpenTypeFont open
                ? new CIDFontMapping(open, null, true)
                : new CIDFontMapping(null, font, true);
    }

    private TrueTypeFont fitting(@Nullable String name) {
        boolean european = name == null || name.chars().allMatch(letter -> letter < 0x80);
        return european && !isChinese(name) ? latin : chinese(isHeavy(name));
    }

    private static boolean isChinese(@Nullable String name) {
        return name != null
                && name.matches(
                        "(?i).*(simsun|simhei|simkai|simfang|fangsong|kaiti|songti|heiti|yahei|stsong|fzxbs|xbsong).*");
    }

    private static boolean isHeavy(@Nullable String name) {
        return name != null && name.matches("(?i).*(bold|hei|black|xbs|黑|小标宋).*");
    }

    private static TrueTypeFont chinese(boolean heavy) {
        try {
            return (heavy ? Lettering.bold() : Lettering.regular()).font();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}

package io.duban.platform.pages;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/** Papers made in code. */
final class PaperSamples {

    static final String PDF = "application/pdf";
    static final String OFD = "application/ofd";
    static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    static final String TEXT = "text/plain;charset=UTF-8";

    private PaperSamples() {}

    /** A PDF of A4 pages, one line of Chinese on each, its font embedded. */
    static byte[] pdf(String... lines) {
        try (var document = new PDDocument();
                var file = PaperSamples.class.getResourceAsStream("/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf")) {
            var font = PDType0Font.load(document, file, true);
            for (var line : lines) {
                var page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (var pen = new PDPageContentStream(document, page)) {
                    pen.beginText();
                    pen.setFont(font, 22);
                    pen.newLineAtOffset(90, 700);
                    pen.showText(line);
                    pen.endText();
                }
            }
            return bytes(document);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static byte[] bytes(PDDocument document) throws IOException {
        var out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    /** A PDF put together by hand: its objects in order, the first one being the catalogue. */
    static byte[] rawPdf(String... objects) {
        var text = new StringBuilder("%PDF-1.7\n");
        for (int i = 0; i < objects.length; i++) {
            text.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        return (text + "trailer\n<< /Root 1 0 R /Size " + (objects.length + 1) + " >>\n%%EOF\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    static byte[] zip(Map<String, byte[]> parts) {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    /** The parts of an OFD of one page with these objects on it. */
    static Map<String, byte[]> ofd(String objects) {
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put(
                "OFD.xml",
                xml("<ofd:OFD %s><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot>"
                        + "<ofd:Signatures>/Doc_0/Signs/Signatures.xml</ofd:Signatures></ofd:DocBody></ofd:OFD>"));
        parts.put(
                "Doc_0/Document.xml",
                xml(
                        "<ofd:Document %s><ofd:CommonData><ofd:PageArea>"
                                + "<ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:PublicRes>PublicRes.xml</ofd:PublicRes>"
                                + "</ofd:CommonData><ofd:Pages><ofd:Page ID=\"1\" BaseLoc=\"Pages/Content.xml\"/></ofd:Pages></ofd:Document>"));
        parts.put(
                "Doc_0/PublicRes.xml",
                xml("<ofd:Res %s BaseLoc=\"Res\"><ofd:Fonts><ofd:Font ID=\"3\" FontName=\"宋体\"/></ofd:Fonts>"
                        + "<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID=\"9\"><ofd:Content>"
                        + "<ofd:CompositeObject ResourceID=\"9\" Boundary=\"0 0 1 1\"/></ofd:Content></ofd:CompositeGraphicUnit>"
                        + "</ofd:CompositeGraphicUnits></ofd:Res>"));
        parts.put(
                "Doc_0/Pages/Content.xml",
                xml("<ofd:Page %s><ofd:Content><ofd:Layer ID=\"2\">" + objects
                        + "</ofd:Layer></ofd:Content></ofd:Page>"));
        return parts;
    }

    static String line(String words) {
        return "<ofd:TextObject ID=\"4\" Boundary=\"30 30 150 10\" Font=\"3\" Size=\"5\"><ofd:TextCode X=\"0\" Y=\"5\""
                + " DeltaX=\"g 40 5\">" + words + "</ofd:TextCode></ofd:TextObject>";
    }

    static byte[] xml(String text) {
        return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
                        + text.formatted("xmlns:ofd=\"http://www.ofdspec.org/2016\""))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A DOCX with a heading, a paragraph, a table and a picture. */
    static byte[] docx() {
        var word = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("[Content_Types].xml", xml("<Types/>"));
        parts.put(
                "word/styles.xml",
                xml("<w:styles " + word
                        + "><w:style w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style></w:styles>"));
        parts.put(
                "word/_rels/document.xml.rels",
                xml("<Relationships><Relationship Id=\"r1\" Target=\"media/a.png\"/></Relationships>"));
        parts.put("word/media/a.png", png(300, 100));
        parts.put(
                "word/document.xml",
                xml("<w:document " + word + " xmlns:a=\"a\" xmlns:r=\"r\"><w:body>"
                        + "<w:p><w:pPr><w:pStyle w:val=\"1\"/><w:jc w:val=\"center\"/></w:pPr><w:r><w:t>关于冬季供暖保障的情况报告</w:t></w:r></w:p>"
                        + "<w:p><w:pPr><w:ind w:firstLineChars=\"200\"/></w:pPr><w:r><w:t>" + "今年供暖准备工作已经就绪，".repeat(30)
                        + "</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>请审阅。</w:t></w:r></w:p>"
                        + "<w:p><w:r><w:drawing><a:blip r:embed=\"r1\"/></w:drawing></w:r></w:p>"
                        + "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>街道</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>户数</w:t></w:r></w:p></w:tc></w:tr>"
                        + "<w:tr><w:tc><w:p><w:r><w:t>东湖街道</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>12,400</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
                        + "<w:p><w:del><w:r><w:t>不该出现</w:t></w:r></w:del></w:p></w:body></w:document>"));
        return zip(parts);
    }

    static byte[] png(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillRect(0, 0, width, height / 2);
        pen.dispose();
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return out.toByteArray();
    }

    static byte[] resource(String name) {
        try (var in = PaperSamples.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}

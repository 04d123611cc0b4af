package io.duban.platform.pages.worker;

import io.duban.platform.pages.PaperFailure;
import io.duban.platform.pages.PaperFault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/**
 * The paragraphs, headings, tables and pictures of a DOCX, in order. Its pages are not reproduced: they depend on fonts and on a layout engine
 * that is Word's own. What was deleted under tracked changes is left out, what was inserted is shown.
 */
final class DocxReading {

    private static final String DOCUMENT = "word/document.xml";
    private static final double BODY = 14;

    private final Archive archive;
    private final Map<String, String> targets = new HashMap<>();
    private final Map<String, Integer> headings = new HashMap<>();
    private final List<Block> blocks = new ArrayList<>();

    DocxReading(Archive archive) {
        this.archive = archive;
    }

    List<Block> blocks() throws IOException, PaperFailure {
        var document = archive.xml(DOCUMENT);
        if (document == null) {
            throw new PaperFailure(PaperFault.DAMAGED);
        }
        for (var relation : Xml.children(archive.xml("word/_rels/document.xml.rels"))) {
            var target = Xml.attribute(relation, "Target");
            if (target != null && !"External".equals(Xml.attribute(relation, "TargetMode"))) {
                targets.put(String.valueOf(Xml.attribute(relation, "Id")), target);
            }
        }
        readStyles();
        body(Xml.child(document, "body"));
        return blocks;
    }

    private void readStyles() throws IOException, PaperFailure {
        for (var style : Xml.children(archive.xml("word/styles.xml"), "style")) {
            var id = Xml.attribute(style, "styleId");
            var name = value(Xml.child(style, "name"));
            if (id != null
                    && name != null
                    && name.toLowerCase(java.util.Locale.ROOT).matches("heading [1-9]|title")) {
                headings.put(id, name.length() == 5 ? 0 : name.charAt(8) - '0');
            }
        }
    }

    private void body(@Nullable Element parent) throws IOException, PaperFailure {
        for (var child : Xml.children(parent)) {
            switch (child.getLocalName()) {
                case "p" -> paragraph(child);
                case "tbl" -> blocks.add(table(child));
                case "sdt" -> body(Xml.child(child, "sdtContent"));
                case "ins", "customXml", "smartTag" -> body(child);
                default -> {}
            }
        }
    }

    private void paragraph(Element paragraph) throws IOException, PaperFailure {
        var properties = Xml.child(paragraph, "pPr");
        var style = value(Xml.child(properties, "pStyle"));
        var level = style == null ? null : headings.get(style);
        var found = new DocxInline(level != null);
        inline(paragraph, found);
        if (found.breaksPage) {
            blocks.add(new Block.PageBreak());
        }
        var alignment = switch (String.valueOf(value(Xml.child(properties, "jc")))) {
            case "center" -> Block.Alignment.CENTER;
            case "right", "end" -> Block.Alignment.RIGHT;
            default -> Block.Alignment.LEFT;
        };
        var indent = Xml.child(properties, "ind");
        boolean first = indent != null
                && (Xml.number(indent, "firstLine", 0) > 0 || Xml.number(indent, "firstLineChars", 0) > 0);
        double points = level == null ? found.points() : Math.max(BODY, 22 - 2 * level);
        if (Xml.child(properties, "numPr") != null && !found.runs.isEmpty()) {
            found.runs.add(0, new Block.Run("• ", false));
        }
        blocks.add(new Block.Paragraph(List.copyOf(found.runs), alignment, points, first ? 2 : 0));
        for (var picture : found.pictures) {
            blocks.add(new Block.Picture(picture));
        }
    }

    private void inline(Element parent, DocxInline found) throws IOException, PaperFailure {
        for (var child : Xml.children(parent)) {
            switch (child.getLocalName()) {
                case "r" -> run(child, found);
                case "hyperlink", "ins", "smartTag", "fldSimple", "sdt", "sdtContent", "moveTo" -> inline(child, found);
                default -> {}
            }
        }
    }

    private void run(Element run, DocxInline found) throws IOException, PaperFailure {
        var properties = Xml.child(run, "rPr");
        var bold = Xml.child(properties, "b");
        var words = new StringBuilder();
        for (var child : Xml.children(run)) {
            switch (child.getLocalName()) {
                case "t" -> words.append(child.getTextContent());
                case "tab" -> words.append("    ");
                case "cr" -> words.append('\n');
                case "br" -> {
                    boolean page = "page".equals(Xml.attribute(child, "type"));
                    found.breaksPage |= page;
                    words.append(page ? "" : "\n");
                }
                case "drawing", "pict", "object", "AlternateContent" -> pictures(child, found, 0);
                default -> {}
            }
        }
        if (!words.isEmpty()) {
            found.size(value(Xml.child(properties, "sz")));
            found.runs.add(new Block.Run(
                    words.toString(),
                    found.heading || bold != null && !"0".equals(value(bold)) && !"false".equals(value(bold))));
        }
    }

    // The first choice of an alternative only, else a picture would come twice.
    private void pictures(Element parent, DocxInline found, int depth) throws IOException, PaperFailure {
        for (var child : Xml.children(parent)) {
            var name = child.getLocalName();
            var id = name.equals("blip")
                    ? Xml.attribute(child, "embed")
                    : name.equals("imagedata") ? Xml.attribute(child, "id") : null;
            if (id != null && targets.containsKey(id)) {
                var bytes = archive.bytes(Archive.resolve(DOCUMENT, targets.get(id)));
                found.pictures.add(bytes == null ? new byte[0] : bytes);
            } else if (name.equals("txbxContent")) {
                for (var inner : Xml.children(child, "p")) {
                    found.runs.add(new Block.Run("\n", false));
                    inline(inner, found);
                }
            } else if (depth < 40 && !name.equals("Fallback")) {
                pictures(child, found, depth + 1);
            }
        }
    }

    private static Block table(Element table) {
        var rows = new ArrayList<List<String>>();
        for (var row : Xml.children(table, "tr")) {
            rows.add(Xml.children(row, "tc").stream().map(DocxReading::cell).toList());
        }
        return new Block.Table(rows);
    }

    private static String cell(Element cell) {
        return Xml.children(cell, "p").stream().map(DocxReading::plain).collect(Collectors.joining("\n"));
    }

    private static String plain(Element parent) {
        var words = new StringBuilder();
        for (var child : Xml.children(parent)) {
            switch (child.getLocalName()) {
                case "t" -> words.append(child.getTextContent());
                case "r", "hyperlink", "ins", "sdt", "sdtContent" -> words.append(plain(child));
                case "br", "cr" -> words.append('\n');
                default -> {}
            }
        }
        return words.toString();
    }

    private static @Nullable String value(@Nullable Element element) {
        return element == null ? null : Xml.attribute(element, "val");
    }
}

package io.duban.support;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes .xlsx files of a few cells, as offices and spreadsheet programs write them, and as nobody decent would. */
public final class Workbook {

    private Workbook() {}

    /** A workbook of one sheet: text in strings, numbers as they are, null for an empty cell. */
    public static byte[] of(List<List<Object>> rows) {
        var xml = new StringBuilder();
        for (int row = 0; row < rows.size(); row++) {
            xml.append("<row r=\"").append(row + 1).append("\">");
            for (int column = 0; column < rows.get(row).size(); column++) {
                xml.append(cell(row, column, rows.get(row).get(column)));
            }
            xml.append("</row>");
        }
        return ofSheet("", "<sheetData>" + xml + "</sheetData>");
    }

    /** A workbook whose sheet holds this, whatever it is. */
    public static byte[] ofSheet(String beforeRoot, String content) {
        return zip(parts("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + beforeRoot
                + "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">" + content
                + "</worksheet>"));
    }

    /** An archive of these files. */
    public static byte[] zip(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                out.putNextEntry(new ZipEntry(file.getKey()));
                out.write(file.getValue());
                out.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** The files of a workbook around this sheet. */
    public static Map<String, byte[]> parts(String sheet) {
        var types =
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml\"/></Types>";
        var relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        var parts = new LinkedHashMap<String, byte[]>();
        parts.put("[Content_Types].xml", utf8(types));
        parts.put("_rels/.rels", utf8(relation(relations + "/officeDocument", "xl/workbook.xml")));
        parts.put(
                "xl/workbook.xml",
                utf8(
                        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\""
                                + relations
                                + "\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"));
        parts.put("xl/_rels/workbook.xml.rels", utf8(relation(relations + "/worksheet", "worksheets/sheet1.xml")));
        parts.put("xl/worksheets/sheet1.xml", utf8(sheet));
        return parts;
    }

    private static String relation(String type, String target) {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"rId1\" Type=\"" + type + "\" Target=\"" + target + "\"/></Relationships>";
    }

    private static String cell(int row, int column, Object value) {
        if (value == null) {
            return "";
        }
        var place = (char) ('A' + column) + String.valueOf(row + 1);
        return value instanceof Number
                ? "<c r=\"%s\"><v>%s</v></c>".formatted(place, value)
                : "<c r=\"%s\" t=\"str\"><v>%s</v></c>".formatted(place, escaped(value.toString()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

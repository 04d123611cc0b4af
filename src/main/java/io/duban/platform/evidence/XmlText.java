package io.duban.platform.evidence;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;

/**
 * The text of an XML file with its tags left out, because Word cuts a word into runs wherever it likes. The end of a
 * Word paragraph is a line end. No parser: nothing is expanded, fetched or held; and no document type, which neither OFD nor DOCX knows, is let
 * through to those who parse.
 */
final class XmlText extends Reader {

    private static final String PARAGRAPH_END = "/w:p>";
    private static final String DOCUMENT_TYPE = "!DOCTYPE";

    private static final int LONGEST_REFERENCE = 10;

    private final BufferedReader xml;

    XmlText(Reader xml) {
        this.xml = new BufferedReader(xml);
    }

    @Override
    public int read() throws IOException {
        int next = xml.read();
        while (next == '<') {
            if (skipTag()) {
                return '\n';
            }
            next = xml.read();
        }
        return next == '&' ? reference() : next;
    }

    /** The character that a number stands for, such as {@code &#26426;}; any other ampersand is itself. */
    private int reference() throws IOException {
        xml.mark(LONGEST_REFERENCE);
        var number = new StringBuilder();
        int next = xml.read();
        while (next >= 0 && next != ';' && number.length() < LONGEST_REFERENCE - 1) {
            number.append((char) next);
            next = xml.read();
        }
        if (next == ';' && number.toString().matches("#(\\d{1,7}|x\\p{XDigit}{1,6})")) {
            return number.charAt(1) == 'x'
                    ? Integer.parseInt(number.substring(2), 16)
                    : Integer.parseInt(number.substring(1));
        }
        xml.reset();
        return '&';
    }

    private boolean skipTag() throws IOException {
        int matched = 0;
        int forbidden = 0;
        int length = 0;
        for (int next = xml.read(); next >= 0; next = xml.read()) {
            if (length < PARAGRAPH_END.length() && next == PARAGRAPH_END.charAt(length)) {
                matched++;
            }
            if (length < DOCUMENT_TYPE.length() && next == DOCUMENT_TYPE.charAt(length)) {
                forbidden++;
            }
            length++;
            if (forbidden == DOCUMENT_TYPE.length()) {
                throw Inspection.unsupported("文件内的 XML 声明了文档类型", "an XML part declares a document type");
            }
            if (next == '>') {
                break;
            }
        }
        return matched == PARAGRAPH_END.length() && length == matched;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        int next = length == 0 ? 0 : read();
        if (length == 0 || next < 0) {
            return length == 0 ? 0 : -1;
        }
        into[offset] = (char) next;
        return 1;
    }

    @Override
    public void close() throws IOException {
        xml.close();
    }
}

package io.duban.hotline.open311;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An answer as the XML of the standard. */
final class XmlAnswer {

    private static final XMLOutputFactory WRITERS = XMLOutputFactory.newDefaultFactory();

    /** What one element of a list is called. */
    private static final Map<String, String> ELEMENTS = Map.of(
            "services", "service",
            "attributes", "attribute",
            "values", "value",
            "service_requests", "request",
            "service_request_updates", "request_update",
            "endpoints", "endpoint",
            "formats", "format",
            "errors", "error");

    private XmlAnswer() {}

    static byte[] write(Answer answer) {
        var bytes = new ByteArrayOutputStream();
        try {
            var xml = WRITERS.createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            write(answer.root(), answer.content(), xml);
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("memory takes every byte", e);
        }
        return bytes.toByteArray();
    }

    private static void write(String name, Object content, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement(name);
        if (content instanceof Map<?, ?> fields) {
            for (var field : fields.entrySet()) {
                write(String.valueOf(field.getKey()), field.getValue(), xml);
            }
        } else if (content instanceof List<?> many) {
            for (var one : many) {
                write(ELEMENTS.get(name), one, xml);
            }
        } else {
            xml.writeCharacters(legal(String.valueOf(content)));
        }
        xml.writeEndElement();
    }

    /** Without the characters no XML may hold, not even escaped: a text that came in as JSON may have them. */
    static String legal(String text) {
        return text.codePoints()
                .filter(character -> character == '\t'
                        || character == '\n'
                        || character == '\r'
                        || character >= 0x20 && character <= 0xD7FF
                        || character >= 0xE000 && character <= 0xFFFD
                        || character >= 0x10000)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

package io.duban.hotline.open311;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An answer before it is XML or JSON.
 *
 * @param root the name of XML's root, which JSON does not write
 * @param content maps of fields, lists of them, texts, numbers and truth values
 */
record Answer(int status, String root, Object content) {

    static Answer of(String root, Object content) {
        return new Answer(200, root, content);
    }

    /** A fault, in the form the standard gives it. */
    static Answer fault(int status, String description) {
        return new Answer(
                status,
                "errors",
                List.of(new Fields()
                        .with("code", String.valueOf(status))
                        .with("description", description)
                        .done()));
    }

    /** Fields in their order; what is not there is left out, since clients take an empty element for a value. */
    static final class Fields {

        private final Map<String, Object> fields = new LinkedHashMap<>();

        Fields with(String name, @Nullable Object value) {
            if (value != null) {
                fields.put(name, value);
            }
            return this;
        }

        Map<String, Object> done() {
            return fields;
        }
    }
}

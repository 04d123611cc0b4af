package io.duban.platform.web;

import java.time.OffsetDateTime;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Values that JSON can say and the office cannot keep: a NUL or half a character in a text, a time as a bare number. */
final class StrictValues {

    private StrictValues() {}

    static JacksonModule module() {
        return new SimpleModule("strict values")
                .addDeserializer(String.class, new Text())
                .addDeserializer(OffsetDateTime.class, new Time());
    }

    /** Whether a text can be stored and given back as it is: PostgreSQL takes no NUL, UTF-8 no half of a surrogate pair. */
    static boolean isKeepable(String text) {
        for (int i = 0; i < text.length(); i++) {
            var character = text.charAt(i);
            if (character == 0) {
                return false;
            }
            if (Character.isSurrogate(character)) {
                if (!Character.isHighSurrogate(character)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static final class Text extends StdDeserializer<String> {

        Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context) {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                return (String) context.handleUnexpectedToken(String.class, json);
            }
            var text = json.getString();
            if (!isKeepable(text)) {
                context.reportInputMismatch(String.class, "a text with a NUL or half a character");
            }
            return text;
        }
    }

    private static final class Time extends StdDeserializer<OffsetDateTime> {

        Time() {
            super(OffsetDateTime.class);
        }

        @Override
        public OffsetDateTime deserialize(JsonParser json, DeserializationContext context) {
            if (json.currentToken() != JsonToken.VALUE_STRING) {
                return (OffsetDateTime) context.handleUnexpectedToken(OffsetDateTime.class, json);
            }
            var text = json.getString();
            if (!text.matches("\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?([Zz]|[+-]\\d\\d:\\d\\d)")) {
                return (OffsetDateTime)
                        context.handleWeirdStringValue(OffsetDateTime.class, text, "not a date-time of RFC 3339");
            }
            try {
                return OffsetDateTime.parse(text.toUpperCase(java.util.Locale.ROOT));
            } catch (java.time.DateTimeException e) {
                return (OffsetDateTime) context.handleWeirdStringValue(OffsetDateTime.class, text, "no such time");
            }
        }
    }
}

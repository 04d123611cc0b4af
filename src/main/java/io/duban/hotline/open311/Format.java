package io.duban.hotline.open311;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** The two formats of the standard: XML, which every server has, and JSON. */
enum Format {
    XML(".xml", new MediaType("text", "xml", StandardCharsets.UTF_8)),
    JSON(".json", new MediaType("application", "json", StandardCharsets.UTF_8));

    private final String extension;
    private final MediaType type;

    Format(String extension, MediaType type) {
        this.extension = extension;
        this.type = type;
    }

    MediaType type() {
        return type;
    }

    /** By the end of a name; a code may hold dots of its own, so that any other end is part of the name. */
    static Optional<Format> ofExtension(String name) {
        return Arrays.stream(values())
                .filter(format -> name.toLowerCase(Locale.ROOT).endsWith(format.extension))
                .findFirst();
    }

    String without(String name) {
        return name.substring(0, name.length() - extension.length());
    }

    /** Whichever of the two is named first; XML for whoever does not care. */
    static Format accepted(@Nullable String accept) {
        if (accept == null) {
            return XML;
        }
        var json = accept.indexOf("json");
        var xml = accept.indexOf("xml");
        return json >= 0 && (xml < 0 || json < xml) ? JSON : XML;
    }

    byte[] write(Answer answer, JsonMapper json) {
        return this == JSON ? json.writeValueAsBytes(answer.content()) : XmlAnswer.write(answer);
    }
}

package io.duban.journey;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A command on its way to the product.
 *
 * @param about what a refusal of it is listed under, such as a row of the file
 * @param key sent again with every retry, so that nothing is carried out twice
 * @param seen the ETag of the version the person saw; null for something new
 */
record Order(
        Kind kind,
        About about,
        Bearer who,
        String path,
        UUID key,
        @Nullable String seen,
        String contentType,
        byte[] body) {

    private static final String JSON = "application/json";

    /**
     * What a command is about.
     *
     * @param row the row of the file, the first after the header being 1; 0 for what comes from no file
     * @param key the row's own key, or another name
     */
    record About(long row, String key) {}

    static Order of(Kind kind, About about, Bearer who, String path, @Nullable String seen, Map<String, ?> body) {
        byte[] json = JsonMapper.shared().writeValueAsBytes(body);
        return new Order(kind, about, who, path, Keys.of(kind, path, seen, json), seen, JSON, json);
    }

    BodyPublisher publisher() {
        return BodyPublishers.ofByteArray(body);
    }
}

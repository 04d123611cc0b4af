package io.duban.journey;

import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
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

    // Java shuffles small maps anew in every run; the key is made of the bytes, which must be the same in each.
    private static final JsonMapper JSON_IN_ORDER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final String JSON = "application/json";
    private static final String FILE = "application/octet-stream";

    /**
     * What a command is about.
     *
     * @param row the row of the file, the first after the header being 1; 0 for what comes from no file
     * @param key the row's own key, or another name
     */
    record About(long row, String key) {

        static About named(String name) {
            return new About(0, name);
        }

        @Override
        public String toString() {
            return row == 0 ? key : "row " + row + ", key " + key;
        }
    }

    static Order of(Kind kind, About about, Bearer who, String path, @Nullable String seen, Map<String, ?> body) {
        return of(kind, about, who, path, seen, JSON, JSON_IN_ORDER.writeValueAsBytes(body));
    }

    /** A command that says all by its address. */
    static Order bare(Kind kind, About about, Bearer who, String path, @Nullable String seen) {
        return of(kind, about, who, path, seen, JSON, new byte[0]);
    }

    /** A command whose body is a file as it is. */
    static Order file(Kind kind, About about, Bearer who, String path, @Nullable String seen, byte[] file) {
        return of(kind, about, who, path, seen, FILE, file);
    }

    private static Order of(
            Kind kind, About about, Bearer who, String path, @Nullable String seen, String contentType, byte[] body) {
        return new Order(kind, about, who, path, Keys.of(kind, path, seen, body), seen, contentType, body);
    }

    BodyPublisher publisher() {
        return body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body);
    }
}

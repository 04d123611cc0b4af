package io.duban.journey;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the product said, or that it could not be reached.
 *
 * @param status 0 when there was no answer in all attempts
 * @param replayed the stored answer of an earlier request with the same key
 * @param attempts how often it was sent
 * @param unsure an earlier attempt may have been carried out although its answer never arrived
 * @param millis how long the last attempt took
 */
record Answer(
        int status,
        JsonNode body,
        @Nullable String etag,
        boolean replayed,
        int attempts,
        boolean unsure,
        double millis) {

    /** The same answer, known to tell of something that was there before any attempt of this order. */
    Answer ofBefore() {
        return new Answer(status, body, etag, true, attempts, false, millis);
    }

    boolean isDone() {
        return status / 100 == 2;
    }

    /** Carried out by this run: now, or by an attempt of this order whose answer never arrived. */
    boolean isFresh() {
        return isDone() && (!replayed || unsure);
    }

    String text(String member) {
        return body.path(member).asString("");
    }

    String id() {
        return text("id");
    }

    long version() {
        return body.path("version").asLong(0);
    }

    /** What events speak of: an assignment's are its matter's, a photo's its inspection's. */
    String subject() {
        return whole().isEmpty() ? id() : text(whole() + "Id");
    }

    long subjectVersion() {
        return whole().isEmpty() ? version() : body.path(whole() + "Version").asLong();
    }

    private String whole() {
        return Stream.of("matter", "inspection")
                .filter(name -> body.has(name + "Version"))
                .findFirst()
                .orElse("");
    }

    String code() {
        return status == 0 ? "UNREACHABLE" : body.path("code").asString(String.valueOf(status));
    }

    String reason() {
        return body.path("detail").asString("");
    }
}

package io.duban.platform.commands;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/** The answer to a command as it is remembered for a repeated key: status, the headers that matter, and the body's exact content. */
record StoredAnswer(
        int status, @Nullable String location, @Nullable String etag, byte[] body) {

    static StoredAnswer of(ResponseEntity<?> answer, JsonMapper json) {
        var location = answer.getHeaders().getLocation();
        return new StoredAnswer(
                answer.getStatusCode().value(),
                location == null ? null : location.toString(),
                answer.getHeaders().getETag(),
                json.writeValueAsBytes(answer.getBody()));
    }

    <D> ResponseEntity<D> replay(Class<D> type, JsonMapper json) {
        var answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
        if (location != null) {
            answer.location(URI.create(location));
        }
        if (etag != null) {
            answer.eTag(etag);
        }
        return answer.header("Idempotency-Replayed", "true").body(body(type, json));
    }

    /** Times stay in the zone they were written in: a replay reads like the first answer, letter for letter. */
    private <D> D body(Class<D> type, JsonMapper json) {
        return json.readerFor(type)
                .without(DateTimeFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .readValue(body);
    }
}

package io.duban.platform.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.json.JsonMapper;

class StoredAnswerTests {

    private final JsonMapper json = JsonMapper.shared();

    record Body(String title, OffsetDateTime receivedAt) {}

    @Test
    void replaysTheAnswerLetterForLetter() {
        var first = ResponseEntity.created(URI.create("/v1/things/1"))
                .eTag("\"1\"")
                .body(new Body("占道堆放", OffsetDateTime.parse("2026-11-23T12:27:14.428+08:00")));

        var again = StoredAnswer.of(first, json).replay(Body.class, json);

        assertThat(json.writeValueAsString(again.getBody())).isEqualTo(json.writeValueAsString(first.getBody()));
        assertThat(again.getStatusCode()).isEqualTo(first.getStatusCode());
        assertThat(again.getHeaders().getLocation())
                .isEqualTo(first.getHeaders().getLocation());
        assertThat(again.getHeaders().getETag()).isEqualTo("\"1\"");
        assertThat(again.getHeaders().getFirst("Idempotency-Replayed")).isEqualTo("true");
    }
}

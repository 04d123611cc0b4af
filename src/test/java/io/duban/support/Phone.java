package io.duban.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A phone in somebody's hand: speaks HTTP to the running product, and holds every answer against the published contract. */
public final class Phone {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = new JsonMapper();

    private final int port;
    private final String token;
    private final @Nullable UUID principal;

    private Phone(int port, String token, @Nullable UUID principal) {
        this.port = port;
        this.token = token;
        this.principal = principal;
    }

    public static Phone of(int port, UUID person) {
        return new Phone(port, TestTokens.of(person), null);
    }

    /** The same person at his desktop. */
    public static Phone desktop(int port, UUID person) {
        return new Phone(port, TestTokens.of(person, TestTokens.DESKTOP, Duration.ofMinutes(15)), null);
    }

    public static Phone withToken(int port, String token) {
        return new Phone(port, token, null);
    }

    /** The same person acting for somebody else. */
    public Phone onBehalfOf(UUID person) {
        return new Phone(port, token, person);
    }

    /** What came back. */
    public record Answer(int status, HttpResponse<byte[]> raw, JsonNode body) {

        public UUID id() {
            return UUID.fromString(body.get("id").asString());
        }

        public long version() {
            return body.get("version").asLong();
        }

        public String text(String member) {
            return body.get(member) == null ? "" : body.get(member).asString();
        }

        public String code() {
            return text("code");
        }

        public @Nullable String header(String name) {
            return raw.headers().firstValue(name).orElse(null);
        }

        public Answer expect(int wanted) {
            assertThat(status).as(String.valueOf(body)).isEqualTo(wanted);
            return this;
        }

        /** A refusal with this status and code. */
        public Answer refused(int wanted, String code) {
            expect(wanted);
            assertThat(code()).as(String.valueOf(body)).isEqualTo(code);
            assertThat(header("Content-Type")).startsWith("application/problem+json");
            return this;
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    /** A command that makes something new. */
    public Answer post(String path, String body) {
        return send(
                json(request(path)).header("Idempotency-Key", UUID.randomUUID().toString()), "POST", body);
    }

    /** A command on what was seen at a version. */
    public Answer post(String path, long seen, String body) {
        return post(path, seen, UUID.randomUUID(), body);
    }

    public Answer post(String path, long seen, UUID key, String body) {
        return send(
                json(request(path)).header("Idempotency-Key", key.toString()).header("If-Match", "\"" + seen + "\""),
                "POST",
                body);
    }

    public Answer post(String path, UUID key, String body) {
        return send(json(request(path)).header("Idempotency-Key", key.toString()), "POST", body);
    }

    /** A request put together by the caller, for what a decent phone would not send. */
    public Answer send(HttpRequest.Builder request) {
        try {
            var sent = request.build();
            var raw = HTTP.send(sent, HttpResponse.BodyHandlers.ofByteArray());
            Contract.check(sent, raw);
            var type = raw.headers().firstValue("Content-Type").orElse("");
            var body = type.contains("json") ? JSON.readTree(raw.body()) : JSON.nullNode();
            return new Answer(raw.statusCode(), raw, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1" + path))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
        return principal == null ? request : request.header("On-Behalf-Of", principal.toString());
    }

    private Answer send(HttpRequest.Builder request, String method, String body) {
        return send(request.method(method, BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder json(HttpRequest.Builder request) {
        return request.header("Content-Type", "application/json");
    }
}

package io.duban.documents.outgoing;

import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.ReadContext;
import io.duban.support.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** One person's desktop against the running server: commands carry a new key and the version he saw last. */
final class Desktop {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();

    private final int port;
    private final String token;

    Desktop(int port, UUID person) {
        this(port, person, TestTokens.DESKTOP);
    }

    Desktop(int port, UUID person, String client) {
        this.port = port;
        this.token = TestTokens.of(person, client, Duration.ofMinutes(15));
    }

    /** What came back. */
    record Answer(int status, String etag, String body) {

        ReadContext json() {
            return JsonPath.parse(body);
        }

        <T> T read(String path) {
            return json().read(path);
        }

        String code() {
            return read("$.code");
        }
    }

    Answer create(Map<String, ?> body) {
        return send(request("/outgoing-documents")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/json")
                .POST(json(body)));
    }

    /** A command on a document, at the version it has now. */
    Answer does(String what, String document, Map<String, ?> body) {
        return does(what, document, versionOf(document), UUID.randomUUID(), body);
    }

    Answer does(String what, String document, String etag, UUID key, Map<String, ?> body) {
        var request = request("/outgoing-documents/" + document + "/" + what)
                .header("Idempotency-Key", key.toString())
                .header("Content-Type", "application/json");
        if (etag != null) {
            request.header("If-Match", etag);
        }
        return send(what.equals("text") ? request.PUT(json(body)) : request.POST(json(body)));
    }

    Answer attaches(String document, String fileName, byte[] file) {
        return send(request("/outgoing-documents/" + document + "/attachments?fileName=" + fileName)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("Content-Type", "application/octet-stream")
                .header("If-Match", versionOf(document))
                .POST(BodyPublishers.ofByteArray(file)));
    }

    /** A guess where he may not read it. */
    private String versionOf(String document) {
        var etag = get(document).etag();
        return etag == null ? "\"1\"" : etag;
    }

    Answer get(String document) {
        return reads("/outgoing-documents/" + document);
    }

    Answer reads(String path) {
        return send(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:%d/v1%s".formatted(port, path)))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(30));
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(), response.headers().firstValue("ETag").orElse(null), response.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static BodyPublisher json(Map<String, ?> body) {
        return BodyPublishers.ofString(JSON.writeValueAsString(body));
    }
}

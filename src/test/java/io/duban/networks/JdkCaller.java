package io.duban.networks;

import static io.duban.support.DemoDistrict.AGENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.DemoDistrict;
import io.duban.support.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import java.util.stream.Stream;

/** The JDK's client, which asks with its first request whether HTTP/2 may be spoken. */
record JdkCaller(HttpClient client, String origin) {

    JdkCaller(String origin) {
        this(HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build(), origin);
    }

    void upgrade() throws IOException, InterruptedException {
        var me = request("/v1/me", DemoDistrict.DISPATCHER).build();
        assertThat(client.send(me, HttpResponse.BodyHandlers.discarding()).version())
                .isEqualTo(HttpClient.Version.HTTP_2);
    }

    /** Until it is answered: it gives up a call that it sends at the very moment it hears GOAWAY, and what became of it only the key can tell. */
    int call() throws IOException, InterruptedException {
        var call = request();
        try {
            return send(call);
        } catch (IOException goAway) {
            assertThat(goAway).hasMessageContaining("GOAWAY");
            return send(call);
        }
    }

    /** As it is, and if it is given up, so it is. */
    int callOnce() {
        try {
            return send(request());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request() {
        return request("/v1/hotline-tickets", AGENT)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(HttpRequest.BodyPublishers.ofString(Office.CALL))
                .build();
    }

    private int send(HttpRequest call) throws IOException, InterruptedException {
        return client.send(call, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    String stream() {
        try (Stream<String> lines = client.send(
                        request(Office.STREAM, DemoDistrict.DISPATCHER).build(), HttpResponse.BodyHandlers.ofLines())
                .body()) {
            return String.join("\n", lines.toList());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder request(String path, UUID person) {
        return HttpRequest.newBuilder(URI.create(origin + path))
                .header("Authorization", "Bearer " + TestTokens.of(person));
    }
}

package io.duban.journey;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The product as its clients know it: an address that takes requests. What passes by itself is tried again, with the same key. */
final class Office {

    // About a minute and a half: long enough for the product to be started anew.
    private static final int ATTEMPTS = 25;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long FIRST_PAUSE_MS = 200;
    private static final long LONGEST_PAUSE_MS = 5_000;
    private static final Set<Integer> PASSING = Set.of(429, 502, 503, 504);

    private final JsonMapper json = JsonMapper.shared();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final String root;

    Office(URI url) {
        this.root = url + "/v1";
    }

    Answer read(Bearer who, String path) {
        return send(who, request(path).GET());
    }

    Answer command(Order order) {
        HttpRequest.Builder request = request(order.path())
                .header("Idempotency-Key", order.key().toString())
                .POST(order.publisher());
        if (order.body().length > 0) {
            request.header("Content-Type", order.contentType());
        }
        if (order.seen() != null) {
            request.header("If-Match", order.seen());
        }
        Answer answer = send(order.who(), request);
        return order.kind().creates() && answer.status() == 200 ? answer.ofBefore() : answer;
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root + path))
                .timeout(PATIENCE)
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Language", "en");
    }

    private Answer send(Bearer who, HttpRequest.Builder request) {
        Answer answer = attempt(who, request, 1, false);
        for (int next = 2; next <= ATTEMPTS && passes(answer); next++) {
            if (answer.status() == 401) {
                who.renew();
            } else {
                pause(next);
            }
            answer = attempt(who, request, next, answer.unsure() || leavesUnsure(answer));
        }
        return answer;
    }

    /** A refused token is renewed once; a second refusal is meant. */
    private static boolean passes(Answer answer) {
        return answer.status() == 0
                || PASSING.contains(answer.status())
                || answer.status() == 401 && answer.attempts() == 1;
    }

    /** The connection or a proxy's patience may have ended while the product was still at it. */
    private static boolean leavesUnsure(Answer answer) {
        return answer.status() == 0 || answer.status() >= 502;
    }

    private Answer attempt(Bearer who, HttpRequest.Builder request, int number, boolean unsure) {
        long start = System.nanoTime();
        try {
            HttpRequest ready = request.copy()
                    .header("Authorization", "Bearer " + who.accessToken())
                    .build();
            HttpResponse<byte[]> response = client.send(ready, BodyHandlers.ofByteArray());
            return answer(response, number, unsure, (System.nanoTime() - start) / 1e6);
        } catch (IOException | IllegalStateException unreachable) {
            JsonNode reason = json.valueToTree(Map.of("detail", unreachable.toString()));
            return new Answer(0, reason, null, false, number, unsure, (System.nanoTime() - start) / 1e6);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while calling " + root, stopped);
        }
    }

    private Answer answer(HttpResponse<byte[]> response, int attempt, boolean unsure, double millis) {
        return new Answer(
                response.statusCode(),
                tree(response.body()),
                response.headers().firstValue("ETag").orElse(null),
                response.headers()
                        .firstValue("Idempotency-Replayed")
                        .filter("true"::equals)
                        .isPresent(),
                attempt,
                unsure,
                millis);
    }

    private JsonNode tree(byte[] body) {
        try {
            return body.length == 0 ? json.createObjectNode() : json.readTree(body);
        } catch (JacksonException noJson) {
            return json.valueToTree(Map.of("detail", noJson.getOriginalMessage()));
        }
    }

    /** Twice as long each time, and never all at the same moment. */
    private static void pause(int attempt) {
        long longest = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS << Math.min(attempt, 5));
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(longest / 2, longest));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting to try again", stopped);
        }
    }
}

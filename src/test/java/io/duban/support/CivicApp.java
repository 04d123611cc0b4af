package io.duban.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Foreign software that speaks Open311 GeoReport v2 to the running product: forms without a token, as FixMyStreet's client sends them. */
public final class CivicApp {

    /** The key of the demo district's FixMyStreet. */
    public static final String KEY = "demo-open311-key";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final JsonMapper JSON = new JsonMapper();

    private final int port;

    public CivicApp(int port) {
        this.port = port;
    }

    /** What came back. */
    public record Answer(int status, String type, String text, HttpResponse<String> raw) {

        public JsonNode json() {
            return JSON.readTree(text);
        }

        public Answer expect(int wanted) {
            assertThat(status).as(text).isEqualTo(wanted);
            return this;
        }

        /** A refusal in the standard's form, which tells its own status. */
        public Answer refused(int wanted) {
            expect(wanted);
            assertThat(text)
                    .contains(
                            type.contains("json") ? "[{\"code\":\"" + wanted + "\"" : "<errors><error><code>" + wanted);
            return this;
        }
    }

    public Answer get(String path) {
        return send(request(path).GET());
    }

    public Answer post(String path, Map<String, String> form) {
        return send(request(path)
                .header("User-Agent", "libwww-perl/6.68")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form))));
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/open311" + path))
                .timeout(Duration.ofSeconds(30));
    }

    public Answer send(HttpRequest.Builder request) {
        try {
            var raw = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(
                    raw.statusCode(), raw.headers().firstValue("Content-Type").orElse(""), raw.body(), raw);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}

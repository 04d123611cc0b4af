package io.duban.supervision;

import com.jayway.jsonpath.JsonPath;
import io.duban.support.TestTokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Year;
import java.time.ZoneId;
import java.util.UUID;

/** People of the demo district who call the running server. */
public record Caller(int port) {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public static final UUID LEADER = person(201);
    public static final UUID DEPUTY = person(202);
    public static final UUID OTHER_DEPUTY = person(203);
    public static final UUID DIRECTOR = person(204);
    public static final UUID REGISTRAR = person(206);
    public static final UUID SUPERVISION_CHIEF = person(212);
    public static final UUID SUPERVISOR = person(213);
    public static final UUID INSPECTOR = person(214);
    public static final UUID DUTY_OFFICER = person(220);
    public static final UUID HOUSING_HEAD = person(228);
    public static final UUID HOUSING_LIAISON = person(230);
    public static final UUID HOUSING_HANDLER = person(231);
    public static final UUID URBAN_HEAD = person(232);
    public static final UUID URBAN_DEPUTY = person(233);
    public static final UUID URBAN_LIAISON = person(234);
    public static final UUID URBAN_HANDLER = person(235);
    public static final UUID DONGHU_HEAD = person(244);
    public static final UUID DONGHU_LIAISON = person(246);
    public static final UUID DONGHU_HANDLER = person(247);
    public static final UUID POLICE_LIAISON = person(238);
    public static final UUID HEALTH_LIAISON = person(242);
    public static final UUID SUPERVISION_SECTION = person(104);
    public static final UUID HOUSING = person(111);
    public static final UUID URBAN = person(112);
    public static final UUID POLICE = person(113);
    public static final UUID HEALTH = person(114);
    public static final UUID WATER = person(116);
    public static final UUID DONGHU = person(115);

    /** The year in the office, in which whatever is issued now is numbered. */
    public static int year() {
        return Year.now(ZoneId.of("Asia/Shanghai")).getValue();
    }

    private static UUID person(int number) {
        return UUID.fromString("01900000-0000-7000-8000-000000000" + number);
    }

    /** What came back. */
    public record Answer(HttpResponse<byte[]> response) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        public <T> T at(String path) {
            return JsonPath.read(body(), path);
        }

        public String etag() {
            return response.headers().firstValue("ETag").orElseThrow(() -> new AssertionError(status() + " " + body()));
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        /** The refusal's code. */
        public String code() {
            return at("$.code");
        }
    }

    public Answer get(UUID person, String path) {
        return send(request(person, path).GET());
    }

    /** As one who has an answer already asks whether it is still so. */
    public Answer getAgain(UUID person, String path, String etag) {
        return send(request(person, path).header("If-None-Match", etag).GET());
    }

    public Answer post(UUID person, String path, String body) {
        return post(person, path, body, null);
    }

    public Answer post(UUID person, String path, String body, String ifMatch) {
        var request = request(person, path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body));
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return send(request);
    }

    public Answer upload(UUID person, String path, byte[] photo, UUID key) {
        return send(request(person, path)
                .header("Content-Type", "image/jpeg")
                .header("Idempotency-Key", key.toString())
                .POST(BodyPublishers.ofByteArray(photo)));
    }

    private HttpRequest.Builder request(UUID person, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1" + path))
                .header("Authorization", "Bearer " + TestTokens.of(person));
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(HTTP.send(request.build(), BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

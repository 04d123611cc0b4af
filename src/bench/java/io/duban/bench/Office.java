package io.duban.bench;

import io.duban.journey.Bearer;
import io.duban.journey.SignIn;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/** The demo district's people at work, each signed in once. */
public final class Office {

    private static final Duration RENEWED_AFTER = Duration.ofMinutes(2);
    private static final URI CALLBACK = URI.create("http://127.0.0.1:8085/callback");
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final String URBAN_BUREAU = "01900000-0000-7000-8000-000000000112";
    private static final String URBAN_HANDLER = "01900000-0000-7000-8000-000000000235";

    /** How far a ticket of {@link #dispatched} has come. */
    static final int DISPATCHED = 3;

    /** What a dispatcher finds. */
    public static final String CLASSIFICATION = "{\"categoryCode\":\"park\",\"urgencyClass\":\"ORDINARY\"}";

    private final URI api;
    private final SignIn signIn;
    private final Map<String, Bearer> signedIn = new ConcurrentHashMap<>();
    private final Map<String, Long> since = new ConcurrentHashMap<>();

    Office(URI api, SignIn signIn) {
        this.api = api;
        this.signIn = signIn;
    }

    /** A read of that person; {@code path} as below {@code /v1}. */
    public HttpRequest get(String person, String path) {
        return Wire.get(api.resolve("/v1" + path), token(person));
    }

    /**
     * A demand taken in by an agent; nothing but its title tells it from real ones. Each is another citizen's, and about another place: one who calls a thousand
     * times a day has the product look for what he said before, and tell the manager.
     */
    public HttpRequest accept(String title) {
        var citizen = ThreadLocalRandom.current().nextInt(100_000_000);
        return post("agent", "/hotline-tickets", 0, """
                {"channel":"APP","demandType":"SUGGESTION","categoryCode":"park","title":"%s","words":"希望在河边多建一个公园,老人孩子有地方走走",
                 "receivedAt":"%s","place":{"address":"湖滨路 %d 号"},"citizen":{"name":"王某","phone":"138%08d"}}""".formatted(title, Instant.now(), citizen % 10_000, citizen));
    }

    /** A dispatcher sorts a demand that was just taken in. */
    public HttpRequest classify(String id) {
        return post("dispatcher", "/hotline-tickets/" + id + "/classifications", 1, CLASSIFICATION);
    }

    /** A demand that lies with the dispatcher. */
    public String accepted(String title) {
        return id(Wire.send(accept(title)), 201);
    }

    /** From the call to the unit's desk. */
    public String dispatched(String title) {
        var id = accepted(title);
        id(Wire.send(classify(id)), 200);
        step("dispatcher", id, "dispatches", 2, "{\"hostUnitId\":\"" + URBAN_BUREAU + "\"}");
        return id;
    }

    /** From the call to the bureau's report. */
    private String reported(String title) {
        return reported(title, "");
    }

    /**
     * The same with files named in the report.
     *
     * @param files a list of JSON objects, without its brackets
     */
    public String reported(String title, String files) {
        var id = dispatched(title);
        step("urban.liaison", id, "receipts", DISPATCHED, "{\"handlerId\":\"" + URBAN_HANDLER + "\"}");
        step(
                "urban.handler",
                id,
                "contacts",
                4,
                "{\"contactedAt\":\"%s\",\"way\":\"PHONE\",\"result\":\"REACHED\"}".formatted(Instant.now()));
        step(
                "urban.head",
                id,
                "feedbacks",
                5,
                "{\"result\":\"RESOLVED\",\"facts\":\"已列入明年计划\",\"toldCitizenAt\":\"%s\",\"toldCitizenWhat\":\"已电话告知\",\"files\":[%s]}"
                        .formatted(Instant.now(), files));
        return id;
    }

    /** From the call to the call-back: eight commands of seven people. */
    String closed(String title) {
        var id = reported(title);
        step("hotline-auditor", id, "audits", 6, "{\"verdict\":\"PASS\"}");
        step(
                "callback",
                id,
                "callbacks",
                7,
                "{\"outcome\":\"ANSWERED\",\"resolved\":\"YES\",\"satisfaction\":\"SATISFIED\"}");
        return id;
    }

    private void step(String person, String id, String page, int version, String json) {
        id(Wire.send(post(person, "/hotline-tickets/" + id + "/" + page, version, json)), 200);
    }

    private HttpRequest post(String person, String path, int version, String json) {
        return Wire.post(api.resolve("/v1" + path), token(person), version, json);
    }

    private static String id(HttpResponse<String> answer, int expected) {
        var found = ID.matcher(answer.body());
        if (answer.statusCode() != expected || !found.find()) {
            throw new IllegalStateException(
                    answer.request().uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return found.group(1);
    }

    /** Signs somebody in again whose token, good for five minutes, is older than two: before a load begins, since it is dear. */
    public void renew(String person) {
        if (System.nanoTime() - since.getOrDefault(person, 0L) > RENEWED_AFTER.toNanos()) {
            signedIn.remove(person);
        }
        token(person);
    }

    /** An access token that is good for some minutes. */
    public String token(String person) {
        return signedIn.computeIfAbsent(person, name -> {
                    since.put(name, System.nanoTime());
                    return signIn.person("duban-phone", CALLBACK, name, "duban-demo");
                })
                .accessToken();
    }
}

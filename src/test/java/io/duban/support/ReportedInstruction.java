package io.duban.support;

import static io.duban.support.DemoDistrict.*;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** A leader's words taken over HTTP to where they wait for his strike-off, for tests that need something on a leader's desk. */
public final class ReportedInstruction {

    /** The version at which it waits. */
    public static final long VERSION = 7;

    private ReportedInstruction() {}

    /** @param words the body that records them */
    public static UUID of(int port, String words) {
        var id = Phone.of(port, LEADER)
                .post("/leader-instructions", words)
                .expect(201)
                .id();
        var path = "/leader-instructions/" + id + "/";
        var clerk = Phone.of(port, DOC_HANDLER);
        clerk.post(path + "decompositions", 1, plan()).expect(200);
        Phone.of(port, DIRECTOR)
                .post(path + "decomposition-decisions", 2, "{\"verdict\":\"CONFIRM\"}")
                .expect(200);
        tap(clerk, path + "assignments", 3).expect(200);
        var feedback = Phone.of(port, URBAN_LIAISON)
                .post(path + "feedback", 4, "{\"kind\":\"FINAL\",\"text\":\"已查清\"}")
                .expect(200)
                .body()
                .get("feedback")
                .get(0)
                .get("id")
                .asString();
        clerk.post(path + "feedback-decisions", 5, "{\"feedbackId\":\"%s\",\"verdict\":\"ACCEPT\"}".formatted(feedback))
                .expect(200);
        clerk.post(path + "reports", 6, "{\"text\":\"已办\",\"resultFrom\":\"FEEDBACK\"}")
                .expect(200);
        return id;
    }

    /** The leader's own tap, or his delegate's. */
    public static Phone.Answer strikeOff(Phone phone, UUID id, long seen) {
        return tap(phone, "/leader-instructions/" + id + "/strike-offs", seen);
    }

    private static Phone.Answer tap(Phone phone, String path, long seen) {
        return phone.send(phone.request(path)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"" + seen + "\"")
                .POST(BodyPublishers.noBody()));
    }

    private static String plan() {
        return "{\"tasks\":[{\"unitId\":\"%s\",\"role\":\"HOST\",\"requirement\":\"查清\",\"dueAt\":\"%s\"}],\"acceptanceCriteria\":[\"查清\"]}"
                .formatted(URBAN_BUREAU, Instant.now().plus(2, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS));
    }
}

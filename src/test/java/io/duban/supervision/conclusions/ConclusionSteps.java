package io.duban.supervision.conclusions;

import static io.duban.supervision.Caller.*;

import com.jayway.jsonpath.JsonPath;
import io.duban.supervision.Caller;
import io.duban.supervision.MatterSteps;
import io.duban.support.Phone;
import io.duban.support.Phone.Answer;
import java.util.List;
import java.util.UUID;

/** An inspection on its way from its verification to its end, step by step over HTTP. Objects are the urban bureau, the host, and Donghu, which has no assignment. */
final class ConclusionSteps {

    private final int port;
    private final Caller caller;
    private final MatterSteps matter;
    private final UUID inspection = UUID.randomUUID();
    private String conclusion;

    private ConclusionSteps(int port) {
        this.port = port;
        this.caller = new Caller(port);
        this.matter = new MatterSteps(caller);
    }

    /** A matter of this kind whose host is through, with a field record in which the object speaks. */
    static ConclusionSteps inspected(int port, String kind) {
        var steps = new ConclusionSteps(port);
        steps.matter
                .drafted(kind, true)
                .submitted()
                .approvedBy(LEADER)
                .issued(false)
                .signedFor();
        steps.matter.begin(INSPECTOR, steps.inspection);
        steps.matter
                .recordedBy(INSPECTOR, SUPERVISOR, steps.inspection, "PROBLEM")
                .handedIn()
                .accepted();
        return steps;
    }

    MatterSteps matter() {
        return matter;
    }

    Phone by(UUID person) {
        return Phone.of(port, person);
    }

    String path() {
        return "/inspection-conclusions/" + conclusion;
    }

    UUID inspection() {
        return inspection;
    }

    String feedback() {
        List<String> ids =
                caller.get(SUPERVISOR, matter.path() + "/timeline").at("$.items[?(@.step == 'SUBMIT_FINAL')].id");
        return ids.get(0);
    }

    String supported() {
        return DraftBodies.draft(
                DraftBodies.evidence("FIELD_INSPECTION", inspection) + ","
                        + DraftBodies.evidence("FINAL_FEEDBACK", feedback()),
                heardAtVisit(),
                "{\"kind\": \"RECORDED_HEARING\", \"statement\": \"人手不足\", \"heardAt\": \"2026-11-20T10:00:00+08:00\"}");
    }

    String heardAtVisit() {
        return "{\"kind\": \"FIELD_STATEMENT\", \"sourceId\": \"%s\"}".formatted(inspection);
    }

    Answer draft(UUID person, String body) {
        return by(person).post(matter.path() + "/conclusions", body);
    }

    ConclusionSteps drafted() {
        return drafted(supported());
    }

    ConclusionSteps drafted(String body) {
        conclusion = draft(SUPERVISOR, body).expect(201).id().toString();
        return this;
    }

    Answer submit(UUID person) {
        return by(person).post(path() + "/submissions", version(path()), "");
    }

    Answer review(UUID person, String verdict) {
        return by(person)
                .post(
                        path() + "/reviews",
                        version(path()),
                        "{\"verdict\": \"%s\", \"opinion\": \"再核\"}".formatted(verdict));
    }

    ConclusionSteps issued() {
        drafted();
        submit(SUPERVISOR).expect(200);
        review(DIRECTOR, "APPROVE").expect(200);
        return this;
    }

    /** The newest finding about this unit. */
    String finding(UUID unit) {
        return "/object-findings/" + part("findings", unit);
    }

    String item(UUID unit) {
        return "/rectification-items/" + part("rectifications", unit);
    }

    String objection(UUID unit) {
        return "/conclusion-objections/" + part("objections", unit);
    }

    ConclusionSteps received() {
        signFor(URBAN_LIAISON).expect(200);
        return this;
    }

    Answer signFor(UUID person) {
        return by(person).post(finding(URBAN) + "/receipts", version(finding(URBAN)), "");
    }

    Answer object(UUID person) {
        return by(person).post(finding(URBAN) + "/objections", version(finding(URBAN)), "{\"grounds\": \"检测取样点不对\"}");
    }

    ConclusionSteps objected() {
        object(URBAN_HEAD).expect(201);
        return this;
    }

    Answer admit(UUID person, String verdict) {
        var path = objection(URBAN);
        return by(person)
                .post(
                        path + "/admissions",
                        version(path),
                        "{\"verdict\": \"%s\", \"reason\": \"不属于督查结论\"}".formatted(verdict));
    }

    ConclusionSteps accepted() {
        admit(SUPERVISION_CHIEF, "ACCEPT").expect(200);
        return this;
    }

    Answer decide(UUID person, String verdict, String rest) {
        return decide(person, verdict, rest, version(objection(URBAN)));
    }

    Answer decide(UUID person, String verdict, String rest, long seen) {
        return by(person)
                .post(
                        objection(URBAN) + "/decisions",
                        seen,
                        "{\"verdict\": \"%s\", \"reason\": \"重新取样合格\"%s}".formatted(verdict, rest));
    }

    Answer report(UUID person, String item) {
        return by(person).post(item + "/reports", version(item), "{\"facts\": \"已修补并通行\"}");
    }

    Answer judge(UUID person, String item, String verdict, String note) {
        return by(person).post(item + "/reviews", version(item), "{\"verdict\": \"%s\"%s}".formatted(verdict, note));
    }

    /** As the supervisor reads it now. */
    long version(String path) {
        return by(SUPERVISOR).get(path).expect(200).version();
    }

    private String part(String parts, UUID unit) {
        var conclusionNow = by(SUPERVISOR).get(path()).expect(200).body().toString();
        List<String> ids = JsonPath.read(conclusionNow, "$.%s[?(@.unitId == '%s')].id".formatted(parts, unit));
        return ids.get(ids.size() - 1);
    }
}

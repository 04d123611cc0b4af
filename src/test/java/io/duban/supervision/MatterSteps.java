package io.duban.supervision;

import static io.duban.supervision.Caller.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.supervision.Caller.Answer;
import java.util.List;
import java.util.UUID;

/** A matter on its way through the office, step by step over HTTP; each step fails loudly when it is refused. */
public final class MatterSteps {

    private final Caller caller;
    private String id;
    private String host;
    private String co;

    public MatterSteps(Caller caller) {
        this.caller = caller;
    }

    /** Every draft is about another place, so that none repeats what another test left under way. */
    public static String draft(String kind, boolean physical) {
        return draft(kind, physical, Words.some() + "路面塌陷修复", List.of(Words.some() + "恢复通行", Words.some() + "设施撤除"));
    }

    public static String draft(String kind, boolean physical, String title, List<String> criteria) {
        return """
                {"kind": "%s", "basis": "CHIEF_INSTRUCTION", "basisEvidence": "区长11月20日批示", "title": "%s",
                 "acceptanceCriteria": ["%s"], "objectUnitIds": ["%s", "%s"], "methods": ["UNANNOUNCED_VISIT"],
                 "urgency": "URGENT", "physicalResult": %s, "instructingLeaderId": "%s", "fieldSupervisorIds": ["%s"]}""".formatted(kind, title, String.join("\", \"", criteria), URBAN, DONGHU, physical, DEPUTY, INSPECTOR);
    }

    public static String notice(String coPart) {
        return """
                {"kind": "SUPERVISION_LETTER", "requirement": "11月底前修复塌陷路面,恢复通行,并撤除警示设施",
                 "assignments": [{"unitId": "%s", "duty": "HOST"}%s]}""".formatted(URBAN, coPart);
    }

    public static String co() {
        return ", {\"unitId\": \"%s\", \"duty\": \"CO\"}".formatted(DONGHU);
    }

    public String path() {
        return "/supervision-matters/" + id;
    }

    public String part(String assignment) {
        return path() + "/assignments/" + assignment;
    }

    public String host() {
        return host;
    }

    public String coPart() {
        return co;
    }

    public Answer see(UUID person) {
        return caller.get(person, path());
    }

    public String etag() {
        return see(SUPERVISION_CHIEF).etag();
    }

    public String partEtag(String assignment) {
        return caller.get(SUPERVISOR, part(assignment)).etag();
    }

    public MatterSteps drafted(String kind, boolean physical) {
        return drafted(draft(kind, physical));
    }

    public MatterSteps drafted(String draft) {
        var drafted = caller.post(SUPERVISOR, "/supervision-matters", draft);
        assertThat(drafted.status()).as(drafted.body()).isEqualTo(201);
        id = drafted.at("$.id");
        return this;
    }

    /** With a reason for the frequency: tests write to the same few units more often than a district may. */
    public MatterSteps submitted() {
        return done(submit("{\"overrideReason\": \"群众反映强烈,不能等到下月\"}"));
    }

    public Answer submit(String body) {
        return act(SUPERVISION_CHIEF, "/submissions", body);
    }

    /** Takes a step of the whole matter. */
    public Answer act(UUID person, String step, String body) {
        return caller.post(person, path() + step, body, etag());
    }

    public MatterSteps acted(UUID person, String step, String body) {
        return done(act(person, step, body));
    }

    public String id() {
        return id;
    }

    public MatterSteps approvedBy(UUID approver) {
        return done(caller.post(approver, path() + "/approvals", "{\"verdict\": \"APPROVE\"}", etag()));
    }

    public MatterSteps issued(boolean withCo) {
        var issued = caller.post(SUPERVISOR, path() + "/notices", notice(withCo ? co() : ""), etag());
        done(issued);
        host = issued.at("$.assignments[0].id");
        co = withCo ? issued.at("$.assignments[1].id") : null;
        return this;
    }

    public MatterSteps signedFor() {
        return done(caller.post(
                URBAN_LIAISON,
                part(host) + "/receipts",
                "{\"handlerId\": \"%s\"}".formatted(URBAN_HANDLER),
                partEtag(host)));
    }

    public MatterSteps handedIn() {
        return done(submitFinal(URBAN_HEAD));
    }

    public Answer submitFinal(UUID signer) {
        return caller.post(
                signer,
                part(host) + "/final-feedbacks",
                "{\"result\": \"RESOLVED\", \"facts\": [\"已恢复通行\", \"已撤除\"]}",
                partEtag(host));
    }

    public MatterSteps accepted() {
        return done(caller.post(SUPERVISOR, part(host) + "/reviews", "{\"verdict\": \"ACCEPT\"}", partEtag(host)));
    }

    public Answer markHandled(UUID person) {
        return caller.post(person, path() + "/handlings", "{\"verification\": \"现场已复核\"}", etag());
    }

    public Answer strikeOff(UUID person) {
        return caller.post(person, path() + "/strike-offs", "{}", etag());
    }

    public Answer begin(UUID person, UUID inspectionId) {
        return caller.post(person, path() + "/field-inspections", """
                {"id": "%s", "place": "东湖路12号", "position": {"latitude": 30.5, "longitude": 114.3, "datum": "WGS_84"}}""".formatted(inspectionId));
    }

    /** A record as its author hands it in; the matter's kind may take a second inspector. */
    public Answer record(UUID author, UUID inspectionId, String result, UUID second) {
        return caller.post(
                author,
                "/field-inspections/" + inspectionId + "/records",
                """
                {"peopleMet": 2, "objectStatement": "属实", "findings": [{"standard": "路面平整", "result": "%s"}]%s}""".formatted(result, second == null ? "" : ", \"secondInspectorId\": \"%s\"".formatted(second)),
                caller.get(author, "/field-inspections/" + inspectionId).etag());
    }

    public Answer countersign(UUID second, UUID inspectionId) {
        var address = "/field-inspections/" + inspectionId;
        return caller.post(
                second,
                address + "/countersignatures",
                "{}",
                caller.get(second, address).etag());
    }

    /** Handed in by one and countersigned by another: the record of a visit that takes two. */
    public MatterSteps recordedBy(UUID author, UUID second, UUID inspectionId, String result) {
        var handedIn = record(author, inspectionId, result, second);
        assertThat(handedIn.status()).as(handedIn.body()).isEqualTo(200);
        return done(countersign(second, inspectionId));
    }

    private MatterSteps done(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return this;
    }
}

package io.duban.journey;

import io.duban.journey.Order.About;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;
import tools.jackson.databind.JsonNode;

/** A matter under supervision from the supervisor's draft to the leader's strike-off, with the inspector's photos on the way. */
final class Supervision {

    private static final About ABOUT = About.named("督查事项");
    private static final String HOST = "urban";
    private static final String CO = "donghu";
    private static final String MATTERS = "/supervision-matters";
    private static final List<String> CRITERIA = List.of("夜间施工噪声降到标准以下", "占道堆放的材料全部清走");
    private static final int STEPS_BESIDE_PHOTOS = 13;

    private final Clerk clerk;
    private final People people;
    private final Units units;
    private final Findings findings;

    Supervision(Clerk clerk, People people, Units units, Findings findings) {
        this.clerk = clerk;
        this.people = people;
        this.units = units;
        this.findings = findings;
    }

    void run(List<Path> photos) {
        try (ProgressBar bar = Crew.bar("督查", STEPS_BESIDE_PHOTOS + photos.size())) {
            Steps steps = new Steps(bar);
            Answer issued = steps.issue();
            Answer host = steps.signFor(issued, HOST);
            steps.signFor(issued, CO);
            new FieldVisit(
                            clerk,
                            people.phone("inspector"),
                            people.phone("supervisor"),
                            units.person("supervisor"),
                            bar,
                            MATTERS + "/" + issued.id())
                    .make(photos, CRITERIA);
            Answer struckOff = steps.finish(issued.id(), host);
            findings.note("a matter went from draft to %s".formatted(struckOff.text("status")));
            if (!struckOff.text("status").equals("STRUCK_OFF")) {
                findings.fail("the matter ended as " + struckOff.text("status"));
            }
        } catch (Stopped stopped) {
            findings.fail(stopped.getMessage());
        }
    }

    /** The steps one after the other; each names the version the one before left. */
    private final class Steps {
        private final ProgressBar bar;

        Steps(ProgressBar bar) {
            this.bar = bar;
        }

        Answer issue() {
            Answer draft = go(Order.of(Kind.DRAFT_MATTER, ABOUT, people.phone("supervisor"), MATTERS, null, draft()));
            String matter = MATTERS + "/" + draft.id();
            Answer submitted = go(Order.of(
                    Kind.SUBMIT_MATTER,
                    ABOUT,
                    people.phone("supervision-chief"),
                    matter + "/submissions",
                    draft.etag(),
                    submission(draft)));
            Answer approved = go(Order.of(
                    Kind.APPROVE_MATTER,
                    ABOUT,
                    people.phone("leader"),
                    matter + "/approvals",
                    submitted.etag(),
                    Map.of("verdict", "APPROVE", "opinion", "同意立项。")));
            return go(Order.of(
                    Kind.ISSUE_NOTICE,
                    ABOUT,
                    people.phone("supervisor"),
                    matter + "/notices",
                    approved.etag(),
                    notice()));
        }

        Answer signFor(Answer matter, String unit) {
            JsonNode assignment = matter.body()
                    .path("assignments")
                    .valueStream()
                    .filter(one -> one.path("unitId").asString().equals(units.id(unit)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no assignment for " + unit));
            return go(Order.of(
                    Kind.SIGN_ASSIGNMENT,
                    ABOUT,
                    people.phone(unit + ".liaison"),
                    path(matter.id(), assignment.path("id").asString()) + "/receipts",
                    etag(assignment.path("version").asLong()),
                    Map.of("handlerId", units.handler(unit))));
        }

        Answer finish(String matter, Answer host) {
            String assignment = path(matter, host.id());
            Answer handedIn = go(Order.of(
                    Kind.SUBMIT_FINAL,
                    ABOUT,
                    people.phone(HOST + ".head"),
                    assignment + "/final-feedbacks",
                    host.etag(),
                    Map.of("result", "RESOLVED", "facts", List.of("复测昼间52分贝、夜间44分贝。", "材料已于当日清走。"))));
            Answer accepted = go(Order.of(
                    Kind.REVIEW_FINAL,
                    ABOUT,
                    people.phone("supervisor"),
                    assignment + "/reviews",
                    handedIn.etag(),
                    Map.of("verdict", "ACCEPT", "note", "情况属实。")));
            Answer handled = go(Order.of(
                    Kind.MARK_HANDLED,
                    ABOUT,
                    people.phone("supervision-chief"),
                    MATTERS + "/" + matter + "/handlings",
                    etag(accepted.body().path("matterVersion").asLong()),
                    Map.of("verification", "现场核查记录和照片与反馈一致。")));
            return go(Order.of(
                    Kind.STRIKE_OFF,
                    ABOUT,
                    people.phone("leader"),
                    MATTERS + "/" + matter + "/strike-offs",
                    handled.etag(),
                    Map.of("note", "同意销号。")));
        }

        private Answer go(Order order) {
            Answer answer = clerk.require(order);
            bar.step();
            return answer;
        }
    }

    private Map<String, Object> draft() {
        return Map.of(
                "kind",
                "ROUTINE",
                "basis",
                "CHIEF_INSTRUCTION",
                "basisEvidence",
                "区长在热线周报上的批示",
                "title",
                "滨河路工地夜间施工扰民督办",
                "acceptanceCriteria",
                CRITERIA,
                "objectUnitIds",
                List.of(units.id(HOST), units.id(CO)),
                "methods",
                List.of("UNANNOUNCED_VISIT"),
                "urgency",
                "URGENT",
                "physicalResult",
                true,
                "instructingLeaderId",
                units.person("leader"));
    }

    /** Run again, it meets its own matters under way: each gets its reason, as a clerk would give it. */
    private static Map<String, Object> submission(Answer draft) {
        List<Map<String, String>> reasons = draft.body()
                .path("duplicates")
                .valueStream()
                .map(one -> Map.of("matterId", one.path("matterId").asString(), "reason", "另一时段的复查,内容不同。"))
                .toList();
        return Map.of("note", "请审批。", "overrideReason", "群众反映强烈,不能等到下月。", "duplicates", reasons);
    }

    private Map<String, Object> notice() {
        return Map.of(
                "kind",
                "SUPERVISION_NOTICE",
                "requirement",
                "请于期限内到现场整治噪声和占道堆放,并反馈结果。",
                "assignments",
                List.of(Map.of("unitId", units.id(HOST), "duty", "HOST"), Map.of("unitId", units.id(CO), "duty", "CO")),
                "fieldSupervisorIds",
                List.of(units.person("inspector")));
    }

    private static String path(String matter, String assignment) {
        return MATTERS + "/" + matter + "/assignments/" + assignment;
    }

    private static String etag(long version) {
        return "\"" + version + "\"";
    }
}

package io.duban.journey;

import io.duban.journey.Order.About;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;
import tools.jackson.databind.JsonNode;

/** A bureau's request (请示) from its delivery over two leaders' words to another bureau's result, the answer and the strike-off. */
final class UnitRequest {

    private static final String SENDER = "housing";
    private static final String HOST = "urban";
    private static final String PAPERS = "/incoming-documents";
    private static final Duration TERM = Duration.ofDays(5);
    private static final int STEPS = 16;

    private final Clerk clerk;
    private final Office office;
    private final People people;
    private final Units units;
    private final Findings findings;

    UnitRequest(Clerk clerk, Office office, People people, Units units, Findings findings) {
        this.clerk = clerk;
        this.office = office;
        this.people = people;
        this.units = units;
        this.findings = findings;
    }

    /** @param original what the request comes with */
    void run(Path original) throws IOException {
        String name = original.getFileName().toString();
        byte[] file = Files.readAllBytes(original);
        try (ProgressBar bar = Crew.bar("收文", STEPS)) {
            Steps steps = new Steps(About.named(name), bar);
            steps.deliver(name, file);
            steps.register();
            steps.propose();
            steps.instruct();
            steps.assign();
            steps.handle();
            steps.finish();
            findings.note("a request was registered as %s and ended as %s"
                    .formatted(steps.number, steps.last.text("status")));
        } catch (Stopped stopped) {
            findings.fail(stopped.getMessage());
        }
    }

    /** The steps one after the other; each names the version the one before left. */
    private final class Steps {
        private final About about;
        private final ProgressBar bar;
        private String path = PAPERS;
        private String deliveredAt = "";
        private Answer last;
        private String number = "";

        Steps(About about, ProgressBar bar) {
            this.about = about;
            this.bar = bar;
        }

        void deliver(String name, byte[] file) {
            Bearer sender = people.phone(SENDER + ".liaison");
            Map<String, Object> delivery = Map.of(
                    "senderName", "区住房和城乡建设局",
                    "senderNumber", "住建请〔2026〕" + (1_000 + Math.floorMod(Arrays.hashCode(file), 9_000)) + "号",
                    "signerId", units.person(SENDER + ".head"),
                    "docType", "REQUEST",
                    "urgency", "NORMAL",
                    "title", "关于整治东湖路占道堆放的请示",
                    "text", "东湖路沿线占道堆放影响通行,拟请城管部门牵头整治。详见附件。");
            go(Order.of(Kind.DELIVER_PAPER, about, sender, path, null, delivery));
            path = PAPERS + "/" + last.id();
            deliveredAt = last.text("deliveredAt");
            String to = "/delivery-files?fileName=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
            go(Order.file(Kind.DELIVER_FILE, about, sender, path + to, null, file));
        }

        void register() {
            Bearer registrar = people.phone("registrar");
            go(Kind.RECEIVE_PAPER, registrar, "/receipts", Map.of("pages", 1));
            go(Kind.REGISTER_PAPER, registrar, "/registrations", Map.of("handlingKind", "ACTION"));
            number = last.text("registerNumber");
        }

        void propose() {
            Map<String, Boolean> checklist = Map.of(
                    "competent", true,
                    "rulesKept", true,
                    "formatRight", true,
                    "consulted", true,
                    "otherwiseFit", true);
            go(
                    Kind.PROPOSE_HANDLING,
                    people.phone("handler"),
                    "/proposals",
                    Map.of("checklist", checklist, "opinion", "建议由城管局主办。", "hostUnitId", units.id(HOST)));
            go(Kind.CHECK_PROPOSAL, people.phone("section-chief"), "/proposal-checks", Map.of("opinion", "同意拟办。"));
            List<Map<String, String>> leaders = List.of(
                    Map.of("leaderId", units.person("deputy"), "question", "是否同意由城管局主办"),
                    Map.of("leaderId", units.person("leader"), "question", "请审定"));
            go(Kind.PRESENT_REQUEST, people.phone("director"), "/submissions", Map.of("leaders", leaders));
        }

        void instruct() {
            go(
                    Kind.INSTRUCT,
                    people.phone("deputy"),
                    "/instructions",
                    Map.of("verdict", "AGREE", "form", "TEXT", "words", "同意,请区长审定。"));
            go(
                    Kind.INSTRUCT,
                    people.phone("leader"),
                    "/instructions",
                    Map.of("verdict", "ACT", "form", "TEXT", "words", "请城管局牵头,限期整治。"));
        }

        void assign() {
            Map<String, String> part = Map.of(
                    "unitId",
                    units.id(HOST),
                    "duty",
                    "HOST",
                    "requirement",
                    "占道堆放全部清走",
                    "dueAt",
                    OffsetDateTime.parse(deliveredAt).plus(TERM).toString());
            go(
                    Kind.DRAFT_ASSIGNMENT,
                    people.phone("handler"),
                    "/assignment-drafts",
                    Map.of("assignments", List.of(part)));
            go(Order.bare(
                    Kind.ASSIGN, about, people.phone("director"), path + "/assignment-confirmations", last.etag()));
        }

        void handle() {
            String assignment = "/assignments/"
                    + last.body().path("assignments").path(0).path("id").asString();
            go(
                    Kind.TAKE_UP,
                    people.phone(HOST + ".liaison"),
                    assignment + "/receipts",
                    Map.of("handlerId", units.handler(HOST), "seenById", units.person(HOST + ".deputy")));
            go(
                    Kind.SUBMIT_RESULT,
                    people.phone(HOST + ".head"),
                    assignment + "/results",
                    Map.of("kind", "DONE", "text", "占道堆放已全部清走。"));
        }

        /** The leader strikes off what he asked for; only then is the paper done. */
        void finish() {
            go(
                    Kind.ANSWER_SENDER,
                    people.phone("handler"),
                    "/answers",
                    Map.of("kind", "REPLY", "text", "同意。", "number", "南政办复〔2026〕1号"));
            String seen = last.etag();
            Bearer leader = people.phone("leader");
            JsonNode words = office.read(
                            leader,
                            "/leader-instructions?sourceId=%s&leaderId=%s".formatted(last.id(), units.person("leader")))
                    .body()
                    .path("items")
                    .path(0);
            // Its version is read, not answered: run again, the journey would strike off what it struck off before.
            if (!words.path("status").asString().equals("STRUCK_OFF")) {
                go(Order.bare(
                        Kind.STRIKE_OFF_WORDS,
                        about,
                        leader,
                        "/leader-instructions/" + words.path("id").asString() + "/strike-offs",
                        "\"" + words.path("version").asLong() + "\""));
            }
            go(Order.of(Kind.COMPLETE_PAPER, about, people.phone("handler"), path + "/completions", seen, Map.of()));
        }

        private void go(Kind kind, Bearer who, String desk, Map<String, ?> body) {
            go(Order.of(kind, about, who, path + desk, last.etag(), body));
        }

        private void go(Order order) {
            last = clerk.require(order);
            bar.step();
        }
    }
}

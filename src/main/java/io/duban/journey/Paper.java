package io.duban.journey;

import io.duban.journey.Order.About;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import me.tongfei.progressbar.ProgressBar;

/** A statute's text as an outgoing document, from the draft of a unit to the receipts of the units it is sent to. */
final class Paper {

    private static final String UNIT = "urban";
    private static final List<String> RECIPIENTS = List.of("housing", "donghu");
    private static final String PAPERS = "/outgoing-documents";
    private static final int STEPS = 10;
    private static final int COPIES = 20;

    private final Clerk clerk;
    private final Office office;
    private final People people;
    private final Units units;
    private final Findings findings;

    Paper(Clerk clerk, Office office, People people, Units units, Findings findings) {
        this.clerk = clerk;
        this.office = office;
        this.people = people;
        this.units = units;
        this.findings = findings;
    }

    void run(Path statute) throws IOException {
        String text = Files.readString(statute);
        String name = statute.getFileName().toString();
        try (ProgressBar bar = Crew.bar("发文", STEPS + RECIPIENTS.size())) {
            Steps steps = new Steps(About.named(name), bar);
            steps.draft(title(text, name), text);
            steps.attach(name, Files.readAllBytes(statute));
            steps.review();
            steps.sign();
            steps.register();
            steps.deliver();
            findings.note("a document was issued as %s and signed for by %d units"
                    .formatted(steps.number, RECIPIENTS.size()));
        } catch (Stopped stopped) {
            findings.fail(stopped.getMessage());
        }
    }

    /** The first heading names the statute. */
    private static String title(String text, String otherwise) {
        String statute = text.lines()
                .filter(line -> line.startsWith("# "))
                .map(line -> line.substring(2).strip())
                .findFirst()
                .orElse(otherwise);
        return "关于学习贯彻《%s》的通知".formatted(statute);
    }

    /** The steps one after the other; each names the version the one before left. */
    private final class Steps {
        private final About about;
        private final ProgressBar bar;
        private String path = PAPERS;
        private Answer last;
        private String number = "";

        Steps(About about, ProgressBar bar) {
            this.about = about;
            this.bar = bar;
        }

        void draft(String title, String text) {
            Map<String, Object> draft = Map.of(
                    "issuer", "GOVERNMENT",
                    "docType", "NOTICE",
                    "direction", "DOWNWARD",
                    "urgency", "NORMAL",
                    "title", title,
                    "text", text,
                    "mainRecipients", RECIPIENTS.stream().map(units::id).toList(),
                    "disclosure", "PROACTIVE",
                    "basis", "国务院令第733号,区政府常务会议要求组织学习");
            go(Order.of(Kind.DRAFT_PAPER, about, people.phone(UNIT + ".liaison"), path, null, draft));
            path = PAPERS + "/" + last.id();
        }

        void attach(String name, byte[] file) {
            String to = "/attachments?fileName=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
            go(Order.file(Kind.ATTACH, about, people.phone(UNIT + ".liaison"), path + to, last.etag(), file));
        }

        void review() {
            go(Order.bare(Kind.SUBMIT_PAPER, about, people.phone(UNIT + ".head"), path + "/submissions", last.etag()));
            go(Kind.REVIEW_PAPER, people.phone("reviewer"), "/reviews", Map.of("opinion", "格式、文种规范,同意送签。"));
            go(
                    Kind.PRESENT_PAPER,
                    people.phone("director"),
                    "/signature-requests",
                    Map.of("signerId", units.person("leader"), "orderReason", "学习贯彻件,主要负责人直接签发。"));
        }

        /** A leader signs the text he has read, and no other. */
        void sign() {
            Bearer leader = people.phone("leader");
            Answer read = office.read(leader, path);
            go(
                    Kind.SIGN_PAPER,
                    leader,
                    "/decisions",
                    Map.of(
                            "verdict",
                            "SIGN",
                            "textHash",
                            read.text("textHash"),
                            "mode",
                            "EXPLICIT",
                            "opinion",
                            "同意印发。"));
            go(Kind.RECHECK_PAPER, people.phone("reviewer"), "/rechecks", Map.of());
        }

        void register() {
            Bearer registrar = people.desktop("registrar");
            go(Kind.NUMBER_PAPER, registrar, "/numbers", Map.of("issuerCode", "南政发"));
            number = last.text("documentNumber");
            go(
                    Kind.SEAL_PAPER,
                    people.desktop("seal-keeper"),
                    "/seal-uses",
                    Map.of("sealName", last.text("issuerName"), "copies", COPIES));
            go(
                    Kind.ISSUE_PAPER,
                    registrar,
                    "/issues",
                    Map.of("recipients", RECIPIENTS.stream().map(units::id).toList()));
        }

        void deliver() {
            for (String unit : RECIPIENTS) {
                go(Order.bare(Kind.SIGN_FOR_PAPER, about, people.phone(unit + ".liaison"), path + "/receipts", null));
            }
            long signed = last.body()
                    .path("deliveries")
                    .valueStream()
                    .filter(delivery -> delivery.hasNonNull("signedAt"))
                    .count();
            if (signed < RECIPIENTS.size()) {
                findings.fail("%d of %d units signed for the document".formatted(signed, RECIPIENTS.size()));
            }
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

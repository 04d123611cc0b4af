package io.duban.compliance;

import static io.duban.supervision.Caller.INSPECTOR;
import static io.duban.supervision.Caller.LEADER;

import io.duban.compliance.PublishedContract.Operation;
import io.duban.supervision.Caller;
import io.duban.supervision.MatterSteps;
import io.duban.support.DemoDistrict;
import io.duban.support.Phone;
import io.duban.support.Phone.Answer;
import io.duban.support.Pictures;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;

/** Files on their way to things that exist, by people who may send them, with a mark in their words or in what they are called. */
final class Uploads {

    /** Text is no picture, and no word comes with it. */
    static final Set<String> OF_PICTURES_WITHOUT_WORDS = Set.of("uploadBlurredCopy");

    private final int port;

    Uploads(int port) {
        this.port = port;
    }

    /** Each way to bring in a mark with this upload. */
    List<Supplier<Answer>> marked(Operation upload, String mark) {
        var words = ("一页\n" + mark).getBytes(StandardCharsets.UTF_8);
        var decent = "一页".getBytes(StandardCharsets.UTF_8);
        var name = URLEncoder.encode(mark, StandardCharsets.UTF_8);
        return switch (upload.id()) {
            case "attachToIncomingDelivery" -> {
                var at = "/incoming-documents/" + delivered() + "/delivery-files?fileName=";
                yield List.of(
                        () -> send(DemoDistrict.HOUSING_LIAISON, at + "a.txt", words),
                        () -> send(DemoDistrict.HOUSING_LIAISON, at + name + ".txt", decent));
            }
            case "attachToIncomingDocument" -> {
                var at = "/incoming-documents/" + delivered() + "/attachments?fileName=";
                yield List.of(
                        () -> send(DemoDistrict.REGISTRAR, at + "a.txt", words),
                        () -> send(DemoDistrict.REGISTRAR, at + name + ".txt", decent));
            }
            case "attachToOutgoingDraft" -> {
                var at = "/outgoing-documents/" + drafted() + "/attachments?fileName=";
                yield List.of(
                        () -> send(DemoDistrict.HOUSING_LIAISON, at + "a.txt", words),
                        () -> send(DemoDistrict.HOUSING_LIAISON, at + name + ".txt", decent));
            }
            case "uploadInspectionPhoto" -> {
                var at = "/field-inspections/" + inspection() + "/photos?purpose=AFTER";
                yield List.of(
                        () -> send(INSPECTOR, at, words),
                        () -> send(INSPECTOR, at + "&note=" + name, Pictures.fresh()));
            }
            case "uploadBlurredCopy" -> {
                var photos = "/field-inspections/" + inspection() + "/photos";
                var photo = send(INSPECTOR, photos + "?purpose=AFTER", Pictures.fresh())
                        .expect(201)
                        .id();
                yield List.of(() -> send(INSPECTOR, photos + "/" + photo + "/blurred-copies", words));
            }
            case "importHotlineTickets" -> {
                var csv = "sourceId,title\n1," + mark;
                yield List.of(() -> send(
                        DemoDistrict.HOTLINE_MANAGER,
                        "/hotline-imports?mapping=duban&sourceSystem=storm",
                        csv.getBytes(StandardCharsets.UTF_8)));
            }
            default -> throw new IllegalStateException("A new upload, " + upload.id() + ": say how a file gets there");
        };
    }

    private Answer send(UUID person, String path, byte[] content) {
        var phone = Phone.desktop(port, person);
        return phone.send(phone.request(path)
                .header("Content-Type", "application/octet-stream")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .header("If-Match", "\"1\"")
                .POST(BodyPublishers.ofByteArray(content)));
    }

    private UUID delivered() {
        return Phone.of(port, DemoDistrict.HOUSING_LIAISON)
                .post("/incoming-documents", """
                {"senderName": "区住建局", "senderNumber": "%s", "signerId": "%s", "docType": "REPORT", "urgency": "NORMAL", "title": "报告", "text": "正文"}""".formatted("住建〔2026〕" + UUID.randomUUID(), DemoDistrict.HOUSING_HEAD))
                .expect(201)
                .id();
    }

    private UUID drafted() {
        return Phone.of(port, DemoDistrict.HOUSING_LIAISON)
                .post("/outgoing-documents", """
                {"issuer": "GOVERNMENT", "docType": "NOTICE", "direction": "DOWNWARD", "title": "通知", "text": "正文", "urgency": "NORMAL",
                 "mainRecipients": ["%s"], "disclosure": "PROACTIVE", "basis": "年度计划"}""".formatted(DemoDistrict.URBAN_BUREAU))
                .expect(201)
                .id();
    }

    private UUID inspection() {
        var id = UUID.randomUUID();
        var begun = new MatterSteps(new Caller(port))
                .drafted("SPECIAL", true)
                .submitted()
                .approvedBy(LEADER)
                .issued(false)
                .begin(INSPECTOR, id);
        if (begun.status() != 201) {
            throw new IllegalStateException("The inspection was not begun: " + begun);
        }
        return id;
    }
}

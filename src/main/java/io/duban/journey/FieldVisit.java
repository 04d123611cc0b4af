package io.duban.journey;

import io.duban.journey.Order.About;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import me.tongfei.progressbar.ProgressBar;

/** The inspector on the spot: begins, takes every photo there is, writes the record, and a second one countersigns it. A photo that is refused stops nothing. */
final class FieldVisit {

    private static final About ABOUT = About.named("现场核查");

    private final Clerk clerk;
    private final Bearer inspector;
    private final Bearer second;
    private final String secondId;
    private final ProgressBar bar;
    private final String matter;
    private final UUID id;
    private long version;

    /**
     * @param second who inspected too
     * @param secondId his id, as the record names him
     * @param matter the matter's address
     */
    FieldVisit(Clerk clerk, Bearer inspector, Bearer second, String secondId, ProgressBar bar, String matter) {
        this.clerk = clerk;
        this.inspector = inspector;
        this.second = second;
        this.secondId = secondId;
        this.bar = bar;
        this.matter = matter;
        this.id = UUID.nameUUIDFromBytes(("inspection of " + matter).getBytes(StandardCharsets.UTF_8));
    }

    void make(List<Path> photos, List<String> criteria) {
        begin();
        photos.forEach(this::upload);
        Answer handedIn = clerk.require(Order.of(
                Kind.SUBMIT_RECORD,
                ABOUT,
                inspector,
                "/field-inspections/" + id + "/records",
                "\"" + version + "\"",
                record(criteria)));
        bar.step();
        clerk.require(Order.of(
                Kind.COUNTERSIGN_RECORD,
                ABOUT,
                second,
                "/field-inspections/" + id + "/countersignatures",
                handedIn.etag(),
                Map.of("note", "情况属实。")));
        bar.step();
    }

    private void begin() {
        Answer begun = clerk.require(Order.of(
                Kind.START_INSPECTION,
                ABOUT,
                inspector,
                matter + "/field-inspections",
                null,
                Map.of(
                        "id", id.toString(),
                        "place", "东湖街道滨河路工地",
                        "position", Map.of("latitude", 30.74, "longitude", 120.78, "accuracyMetres", 12))));
        version = begun.version();
        bar.step();
    }

    private void upload(Path photo) {
        String name = photo.getFileName().toString();
        String query = "?purpose=DURING&note=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
        Answer stored = clerk.carryOut(Order.file(
                Kind.UPLOAD_PHOTO,
                About.named(name),
                inspector,
                "/field-inspections/" + id + "/photos" + query,
                null,
                bytes(photo)));
        version = stored.isDone() ? stored.body().path("inspectionVersion").asLong() : version;
        bar.step();
    }

    private Map<String, Object> record(List<String> criteria) {
        return Map.of(
                "findings",
                List.of(
                        Map.of("standard", criteria.get(0), "result", "OK"),
                        Map.of("standard", criteria.get(1), "result", "PROBLEM", "note", "尚余两处未清,已当场要求清走。")),
                "objectStatement",
                "当日清走。",
                "peopleMet",
                3,
                "secondInspectorId",
                secondId);
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read", unreadable);
        }
    }
}

package io.duban.supervision.inspections;

import static io.duban.supervision.Caller.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.supervision.Caller;
import io.duban.supervision.Caller.Answer;
import io.duban.supervision.MatterSteps;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/** What a phone has in its queue after a visit without network: two findings, two declared photos, one record; sent as it likes. */
record FieldMessages(MatterSteps matter, UUID inspection, List<UUID> findings, List<UUID> photos, UUID record) {

    /** One thing in the queue, as a member of a message. */
    record Piece(String member, String json) {}

    static FieldMessages of(MatterSteps matter) {
        return new FieldMessages(matter, UUID.randomUUID(), ids(2), ids(2), UUID.randomUUID());
    }

    private static List<UUID> ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> UUID.randomUUID()).toList();
    }

    List<Piece> pieces() {
        return List.of(finding(0), finding(1), photo(0), photo(1), handIn("属实"));
    }

    Piece finding(int i) {
        return finding(i, i == 0 ? "PROBLEM" : "OK");
    }

    Piece finding(int i, String result) {
        return new Piece("findings", """
                {"id": "%s", "number": %d, "standard": "标准%d", "result": "%s", "foundAt": "2026-11-20T09:1%d:00+08:00", "photoIds": ["%s"]}""".formatted(findings.get(i), i + 1, i, result, i, photos.get(i)));
    }

    Piece photo(int i) {
        return new Piece("photos", """
                {"id": "%s", "sha256": "%s", "sizeBytes": %d, "purpose": "DURING"}""".formatted(photos.get(i), "0123456789abcdef".repeat(4), 1000 + i));
    }

    Piece handIn(String statement) {
        return new Piece("record", """
                {"id": "%s", "madeAt": "2026-11-20T10:00:00+08:00", "findingIds": %s, "photoIds": %s, "objectStatement": "%s", "peopleMet": 2}""".formatted(record, json(findings), json(photos), statement));
    }

    Answer send(Caller caller, Piece... pieces) {
        return send(caller, INSPECTOR, "东湖路12号", List.of(pieces));
    }

    Answer send(Caller caller, UUID person, String place, List<Piece> pieces) {
        var message = new ArrayList<String>();
        message.add("""
                "start": {"id": "%s", "place": "%s", "startedAt": "2026-11-20T09:00:00+08:00", "position": {"latitude": 30.5, "longitude": 114.3}}""".formatted(inspection, place));
        add(message, pieces, "findings");
        add(message, pieces, "photos");
        pieces.stream()
                .filter(piece -> piece.member().equals("record"))
                .findFirst()
                .ifPresent(piece -> message.add("\"record\": " + piece.json()));
        return caller.post(person, matter.path() + "/field-work", "{" + String.join(", ", message) + "}");
    }

    void sent(Caller caller, Piece... pieces) {
        var answer = send(caller, pieces);
        assertThat(answer.status()).as(answer.body()).isIn(200, 201);
    }

    Answer see(Caller caller, UUID person) {
        return caller.get(person, path());
    }

    String path() {
        return "/field-inspections/" + inspection;
    }

    private static void add(List<String> message, List<Piece> pieces, String member) {
        var some = pieces.stream()
                .filter(piece -> piece.member().equals(member))
                .map(Piece::json)
                .toList();
        if (!some.isEmpty()) {
            message.add("\"%s\": [%s]".formatted(member, String.join(", ", some)));
        }
    }

    private static String json(List<UUID> ids) {
        return ids.stream().map("\"%s\""::formatted).toList().toString();
    }
}

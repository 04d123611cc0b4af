package io.duban.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.supervision.inspections.Tus;
import java.util.UUID;

/** A photo a citizen took of what he asks for, with all that could lead to him: its name, its time, its place and a number in its note. */
public record DemandPhoto(int port, UUID id, byte[] content) {

    /** One nobody has sent before. */
    public static DemandPhoto fresh(int port) {
        return new DemandPhoto(port, UUID.randomUUID(), Pictures.fresh());
    }

    /** The body that names it. */
    public String named() {
        return """
                {"files":[{"id":"%s","sha256":"%s","sizeBytes":%d,"purpose":"BEFORE","fileName":"张三家门口.jpg",
                  "capturedAt":"2026-11-20T07:00:00+08:00","position":{"latitude":39.9,"longitude":116.4,"datum":"WGS_84"},
                  "note":"联系13800000000"}]}""".formatted(id, Tus.sha256(content), content.length);
    }

    /** As a further member of the body that takes a demand in. */
    public String withDemand() {
        return ",\"photos\":" + named();
    }

    /** All of it is sent. */
    public void sentBy(UUID person) {
        var phone = new Tus(port, person);
        assertThat(phone.create(id, content.length).status()).isEqualTo(201);
        assertThat(phone.patch(id, 0, content).status()).isEqualTo(204);
    }

    /** Its file, as somebody sees it alone at a ticket: without its name, and without the number in its note. */
    public UUID seenBy(UUID person, String ticket) {
        var list = Phone.of(port, person)
                .get(ticket + "/demand-photos")
                .expect(200)
                .body();
        assertThat(list.get("complete").asBoolean()).isTrue();
        assertThat(list.get("items")).hasSize(1);
        assertThat(list.at("/items/0/fileName").isMissingNode()).isTrue();
        assertThat(list.at("/items/0/note").asString()).startsWith("联系").doesNotContain("13800000000");
        return UUID.fromString(list.at("/items/0/storedFileId").asString());
    }
}

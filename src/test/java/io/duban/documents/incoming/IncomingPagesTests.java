package io.duban.documents.incoming;

import static io.duban.documents.incoming.IncomingOffice.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.DemoDistrict;
import io.duban.support.Phone;
import io.duban.support.ServerTest;
import io.duban.support.TestDatabase;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Files of incoming papers as pages: for whoever may read them, and of a work secret nothing else. */
@ServerTest
class IncomingPagesTests {

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    private IncomingOffice office;

    @BeforeEach
    void open() {
        office = new IncomingOffice(port, database);
    }

    @AfterEach
    void nobodyActsForAnybody() {
        office.execute("update delegation set ended_at = now() where ended_at is null");
    }

    @Test
    void showsAFileAsPagesAndWords() {
        var at = attached("");
        var phone = office.at(HANDLER);

        var pages = phone.get(at + "/pages").expect(200);
        assertThat(pages.text("state")).isEqualTo("READY");
        assertThat(pages.body().get("pages")).hasSize(1);
        var picture = phone.get(at + "/pages/1?width=720").expect(200);
        assertThat(picture.header("Content-Type")).startsWith("image/");
        assertThat(picture.header("Cache-Control")).isEqualTo("private, no-cache");
        assertThat(phone.get(at + "/text").expect(200).body().toString()).contains("供暖保障");
        phone.get(at).expect(200);
        phone.get(at + "/pages/2").refused(404, "E_WEB_NOT_FOUND");
        phone.get(at + "/pages/1?width=800").refused(400, "E_GEN_VALIDATION");
        assertThat(reads(at)).as("an ordinary page is worth no row").isZero();
    }

    @Test
    void answersWithNothingWhatIsKnown() {
        var at = attached("");
        var phone = office.at(HANDLER);
        var tag = phone.get(at + "/pages/1").expect(200).header("ETag");

        var known = phone.send(
                phone.request(at + "/pages/1").header("If-None-Match", tag).GET());

        assertThat(known.expect(304).raw().body()).isEmpty();
    }

    @Test
    void showsNothingToWhoeverDoesNotReachThePaper() {
        var at = attached("");
        for (var what : new String[] {"", "/pages", "/pages/1", "/text"}) {
            office.at(234).get(at + what).refused(404, "E_WEB_NOT_FOUND");
            office.at(HANDLER)
                    .get(at.substring(0, at.lastIndexOf('/') + 1) + UUID.randomUUID() + what)
                    .refused(404, "E_WEB_NOT_FOUND");
        }
    }

    @Test
    void showsAWorkSecretAsWatermarkedPagesOnlyAndAuditsEachOfThem() {
        var at = attached(",\"secrecyLevel\":\"WORK_SECRET\"");
        var phone = office.at(HANDLER);

        assertThat(phone.get(at + "/pages").expect(200).header("Cache-Control")).isEqualTo("no-store");
        var unasked = phone.get(at + "/pages/1?watermark=false").expect(200);
        assertThat(unasked.header("Cache-Control")).isEqualTo("no-store");
        assertThat(unasked.header("ETag")).isNull();
        assertThat(phone.get(at.substring(0, at.indexOf("/attachments")))
                        .expect(200)
                        .header("Cache-Control"))
                .as("the paper itself as well")
                .isEqualTo("no-store");
        var other = office.at(SECTION_CHIEF).get(at + "/pages/1").expect(200);
        assertThat(other.raw().body())
                .as("another reader's name")
                .isNotEqualTo(unasked.raw().body());

        var refused = phone.get(at + "/text");
        refused.refused(403, "E_GEN_SCOPE");
        assertThat(refused.body().toString()).contains("水印");
        phone.get(at).refused(403, "E_GEN_SCOPE");
        phone.get(at + "/pages/2").refused(404, "E_WEB_NOT_FOUND");
        assertThat(reads(at)).as("each page that was shown").isEqualTo(2);
        var rows = Phone.desktop(port, DemoDistrict.SECURITY_AUDITOR)
                .get("/audit-rows?limit=100&subjectId=" + at.substring(at.lastIndexOf('/') + 1))
                .expect(200)
                .body()
                .get("items");
        assertThat(rows.toString())
                .contains("getIncomingAttachmentPage/1", demo(HANDLER).toString());
        assertThat(Phone.desktop(port, DemoDistrict.SECURITY_AUDITOR)
                        .get("/audit-verification")
                        .expect(200)
                        .body()
                        .get("intact")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void showsADelegateWhatHisPrincipalReadsAndNamesHim() {
        office.mandate(DEPUTY, OTHER_DEPUTY, "");
        var at = attached(",\"secrecyLevel\":\"WORK_SECRET\"");
        var paper = at.split("/")[2];
        office.execute("update incoming_document set participant_ids = participant_ids || '%s'::uuid where id = '%s'"
                .formatted(demo(DEPUTY), paper));

        office.at(OTHER_DEPUTY).get(at + "/pages/1").refused(404, "E_WEB_NOT_FOUND");
        office.at(OTHER_DEPUTY).onBehalfOf(demo(DEPUTY)).get(at + "/pages/1").expect(200);

        assertThat(office.number(
                        "select count(*) from audit_row where subject_id = '%s' and action = 'getIncomingAttachmentPage/1' and actor_id = '%s' and on_behalf_of = '%s'"
                                .formatted(paper, demo(OTHER_DEPUTY), demo(DEPUTY))))
                .isEqualTo(1);
    }

    private long reads(String at) {
        return office.number(
                "select count(*) from audit_row where action like 'getIncomingAttachmentPage/%%' and further_ids @> array['%s'::uuid]"
                        .formatted(at.substring(at.lastIndexOf('/') + 1)));
    }

    /** The address of a file of a delivered paper. */
    private String attached(String more) {
        var paper = office.delivered("关于供暖的报告", "REPORT", more);
        office.attaches(REGISTRAR, paper, "a.txt", "请做好供暖保障工作。").expect(200);
        return "/incoming-documents/" + paper + "/attachments/" + office.file(paper);
    }
}

package io.duban.journeys;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.supervision.inspections.Tus;
import io.duban.support.DemandPhoto;
import io.duban.support.OneMatter;
import io.duban.support.Phone;
import io.duban.support.ServerTest;
import io.duban.support.SmallTicket;
import io.duban.support.Traces;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** The photos an agent takes in with a demand: to nobody whom they could lead to who asked for secrecy, or to a reporter. */
@ServerTest
class DemandPhotoPrivacyTests {

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    private DemandPhoto photo;

    @BeforeEach
    void photo() {
        photo = DemandPhoto.fresh(port);
    }

    @Test
    void anAgentsPhotoOfAReportTellsNothingOfWhoTookItAndNeverReachesTheReported() {
        var report = SmallTicket.accepted(
                port,
                "REPORT_WRONGDOING",
                photo.withDemand()
                        + ",\"reported\":{\"unitIds\":[\"%s\"],\"personIds\":[\"%s\"]}"
                                .formatted(HOUSING_BUREAU, LEADER));
        photo.sentBy(AGENT);
        report.signedFor();
        var stored = photo.seenBy(DISPATCHER, report.path());
        for (var person : new UUID[] {LEADER, HOUSING_HEAD}) {
            Phone.of(port, person).get(report.path("demand-photos")).refused(404, "E_WEB_NOT_FOUND");
            Phone.of(port, person).get(report.path("demand-photos/" + stored)).refused(404, "E_WEB_NOT_FOUND");
        }
        for (var person : new UUID[] {DIRECTOR, URBAN_HEAD}) {
            Phone.of(port, person).get(report.path("demand-photos")).refused(403, "E_GEN_SCOPE");
            Phone.of(port, person).get(report.path("demand-photos/" + stored)).refused(403, "E_GEN_SCOPE");
            assertThat(Phone.of(port, person)
                            .get(report.path("files/" + stored))
                            .status())
                    .isEqualTo(404);
        }
        assertThat(photo.seenBy(URBAN_HANDLER, report.path())).isEqualTo(stored);
        for (var table : new String[] {"declared_file", "stored_file"}) {
            assertThat(
                            new Traces(database)
                                    .number(
                                            "select count(*) from " + table + " where sha256 = '"
                                                    + Tus.sha256(photo.content())
                                                    + "' and (file_name is not null or latitude is not null or captured_at is not null)"))
                    .isZero();
        }
    }

    @Test
    void photosOfASecretDemandAreOpenedToTheHandlerByTheManager() {
        var secret = SmallTicket.accepted(port, "COMPLAINT", ",\"keepSecret\":true" + photo.withDemand())
                .signedFor();
        photo.sentBy(AGENT);
        Phone.of(port, URBAN_HANDLER).get(secret.path("demand-photos")).refused(403, "E_GEN_SCOPE");
        assertThat(photo.seenBy(DISPATCHER, secret.path())).isNotNull();
        Phone.of(port, HOTLINE_MANAGER)
                .post(secret.path("citizen-openings"), 4, "{\"reason\":\"须上门核实\"}")
                .expect(200);
        assertThat(photo.seenBy(URBAN_HANDLER, secret.path())).isNotNull();
        Phone.of(port, URBAN_HEAD).get(secret.path("demand-photos")).refused(403, "E_GEN_SCOPE");
    }

    @Test
    void aMergedTicketsPhotosAreReadByTheUnitOfItsParent() {
        var matter = OneMatter.at(port, "{\"address\":\"南湖路%s号\"}".formatted(System.nanoTime() % 100_000));
        var parent = matter.dispatched(URBAN_BUREAU);
        var child = matter.classified();
        Phone.of(port, AGENT)
                .post("/hotline-tickets/" + child + "/demand-photos", photo.named())
                .expect(200);
        photo.sentBy(AGENT);
        var unit = Phone.of(port, URBAN_LIAISON);
        unit.get("/hotline-tickets/" + child + "/demand-photos").refused(404, "E_WEB_NOT_FOUND");
        matter.merge(child, parent).expect(200);
        unit.get("/hotline-tickets/" + child).refused(404, "E_WEB_NOT_FOUND");
        assertThat(photo.seenBy(URBAN_LIAISON, "/hotline-tickets/" + child)).isNotNull();
    }
}

package io.duban.journeys;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.duban.supervision.inspections.Tus;
import io.duban.support.DemandPhoto;
import io.duban.support.Phone;
import io.duban.support.Phone.Answer;
import io.duban.support.Pictures;
import io.duban.support.ServerTest;
import io.duban.support.SmallTicket;
import io.duban.support.TestTokens;
import io.duban.support.Traces;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;

/** The photos a demand of the city's platform comes with: to those who work on it, and to no other partner. */
@ServerTest
class DemandPhotoJourneyTests {

    private static final UUID OTHER_PARTNER = UUID.fromString("01900000-0000-7000-8000-000000000291");

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    private Phone city;
    private DemandPhoto photo;

    @BeforeEach
    void partner() {
        city = Phone.of(port, PARTNER);
        photo = DemandPhoto.fresh(port);
    }

    @Test
    void aPartnersPhotoComesWithItsDemandAndReachesWhoeverWorksOnIt() {
        var number = "PH-" + UUID.randomUUID();
        var ticket = "/hotline-tickets/"
                + sent(number, photo.withDemand()).expect(201).id();
        assertThat(sent(number, photo.withDemand()).expect(200).version()).isEqualTo(1);
        var awaited = city.get(ticket + "/demand-photos").expect(200).body();
        assertThat(awaited.get("complete").asBoolean()).isFalse();
        assertThat(awaited.get("items")).hasSize(1);

        assertThat(new Tus(port, AGENT)
                        .create(photo.id(), photo.content().length)
                        .status())
                .as("only who named it")
                .isEqualTo(404);
        photo.sentBy(PARTNER);
        var id = UUID.fromString(ticket.substring(ticket.lastIndexOf('/') + 1));
        assertThat(new Traces(database).events(id))
                .containsExactly("hotline.ticket.received", "hotline.ticket.photoAdded");
        signedFor(id);
        for (var person : new UUID[] {PARTNER, AGENT, DISPATCHER, URBAN_LIAISON, URBAN_HANDLER}) {
            var shown = photo.seenBy(person, ticket);
            var got = Phone.of(port, person).get(ticket + "/demand-photos/" + shown);
            assertThat(got.status()).isEqualTo(200);
            assertThat(got.header("Content-Type")).isEqualTo("image/jpeg");
        }
        Phone.of(port, HOUSING_HEAD).get(ticket + "/demand-photos").refused(404, "E_WEB_NOT_FOUND");
        var stored = photo.seenBy(PARTNER, ticket);
        assertThat(Phone.of(port, DISPATCHER).get(ticket + "/files/" + stored).status())
                .as("it is no proof of the unit's work")
                .isEqualTo(404);
    }

    @Test
    void photosAddedLaterAreOneForTheSameKeyAndMoveNoVersion() {
        var ticket = "/hotline-tickets/"
                + sent("PH-" + UUID.randomUUID(), "").expect(201).id();
        var key = UUID.randomUUID();
        var body = photo.named();
        for (int time = 0; time < 2; time++) {
            assertThat(city.post(ticket + "/demand-photos", key, body)
                            .expect(200)
                            .version())
                    .isEqualTo(1);
        }
        city.post(ticket + "/demand-photos", body).expect(200);
        assertThat(city.get(ticket + "/demand-photos").expect(200).body().get("items"))
                .hasSize(1);
        var id = UUID.fromString(ticket.substring(ticket.lastIndexOf('/') + 1));
        assertThat(new Traces(database).events(id))
                .containsExactly("hotline.ticket.received", "hotline.ticket.photosNamed");
        assertThat(new Traces(database)
                        .number("select count(*) from audit_row where action like 'addDemandPhotos%' and subject_id = '"
                                + id + "'"))
                .isPositive();
        city.post(ticket + "/demand-photos", new DemandPhoto(port, photo.id(), Pictures.fresh()).named())
                .refused(409, "E_GEN_IDEMPOTENCY_CONFLICT");
    }

    @Test
    void anotherPartnerNeitherSeesNorAddsNorSendsAnything() {
        var ticket = "/hotline-tickets/"
                + sent("PH-" + UUID.randomUUID(), photo.withDemand())
                        .expect(201)
                        .id();
        var other = Phone.of(port, OTHER_PARTNER);
        other.get(ticket + "/demand-photos").refused(404, "E_WEB_NOT_FOUND");
        other.post(ticket + "/demand-photos", DemandPhoto.fresh(port).named()).refused(404, "E_WEB_NOT_FOUND");
        assertThat(new Tus(port, OTHER_PARTNER)
                        .create(photo.id(), photo.content().length)
                        .status())
                .isEqualTo(404);
        photo.sentBy(PARTNER);
        other.get(ticket + "/demand-photos/" + photo.seenBy(PARTNER, ticket)).refused(404, "E_WEB_NOT_FOUND");
        var mine = SmallTicket.accepted(port, "COMPLAINT", "");
        city.get(mine.path("demand-photos")).refused(404, "E_WEB_NOT_FOUND");
        city.get(mine.path("demand-photos/" + photo.seenBy(PARTNER, ticket))).refused(404, "E_WEB_NOT_FOUND");
    }

    @Test
    void tooManyTheWrongTypeAndAClosedTicketAreRefused() {
        var id = sent("PH-" + UUID.randomUUID(), "").expect(201).id();
        var ticket = "/hotline-tickets/" + id;
        city.post(ticket + "/demand-photos", many(21)).refused(400, "E_GEN_VALIDATION");
        city.post(ticket + "/demand-photos", many(20)).expect(200);
        city.post(ticket + "/demand-photos", many(20)).expect(200);
        city.post(ticket + "/demand-photos", many(11)).refused(400, "E_GEN_VALIDATION");
        city.post(ticket + "/demand-photos", many(10)).expect(200);
        city.post(ticket + "/demand-photos", photo.named().replace(",\"purpose\":\"BEFORE\"", ""))
                .refused(400, "E_GEN_VALIDATION");

        var other = sent("PH-" + UUID.randomUUID(), "").expect(201).id();
        var words = "这不是照片".getBytes(StandardCharsets.UTF_8);
        city.post("/hotline-tickets/" + other + "/demand-photos", new DemandPhoto(port, photo.id(), words).named())
                .expect(200);
        var phone = new Tus(port, PARTNER);
        assertThat(phone.create(photo.id(), words.length).status()).isEqualTo(201);
        var refused = phone.patch(photo.id(), 0, words);
        assertThat(refused.status()).isEqualTo(415);
        assertThat(refused.code()).isEqualTo("E_WEB_UNSUPPORTED_MEDIA_TYPE");

        database.sql("update hotline_ticket set status = 'CLOSED', closed_at = now() where id = $1")
                .bind(0, other)
                .then()
                .block();
        city.post(
                        "/hotline-tickets/" + other + "/demand-photos",
                        DemandPhoto.fresh(port).named())
                .refused(409, "E_GEN_ILLEGAL_STATE");
        assertThat(city.get("/hotline-tickets/" + other + "/demand-photos")
                        .expect(200)
                        .body()
                        .get("items"))
                .hasSize(1);
    }

    @Test
    void aPartnersTokenNeedsTheScopeToSend() {
        sent("PH-" + UUID.randomUUID(), photo.withDemand()).expect(201);
        assertThat(create("ticket:create ticket:read")).isEqualTo(403);
        assertThat(create("ticket:create ticket:read evidence:upload")).isEqualTo(201);
    }

    private Answer sent(String number, String further) {
        return city.post("/hotline-tickets", """
                {"sourceSystem":"CITY_12345","sourceId":"%s","sourceVersion":1,"channel":"CITY_PLATFORM","demandType":"HELP",
                 "categoryCode":"lamp","title":"路灯","words":"路灯不亮","receivedAt":"2026-11-20T08:00:00+08:00",
                 "place":{"address":"东湖路1号"}%s}""".formatted(number, further));
    }

    private void signedFor(UUID id) {
        var dispatcher = Phone.of(port, DISPATCHER);
        var ticket = "/hotline-tickets/" + id;
        dispatcher
                .post(ticket + "/classifications", 1, "{\"categoryCode\":\"lamp\",\"urgencyClass\":\"ORDINARY\"}")
                .expect(200);
        dispatcher
                .post(ticket + "/dispatches", 2, "{\"hostUnitId\":\"" + URBAN_BUREAU + "\"}")
                .expect(200);
        Phone.of(port, URBAN_LIAISON)
                .post(ticket + "/receipts", 3, "{\"handlerId\":\"" + URBAN_HANDLER + "\"}")
                .expect(200);
    }

    private int create(String scopes) {
        var now = Instant.now();
        var token = TestTokens.sign(new JWTClaimsSet.Builder()
                .issuer(TestTokens.issuer())
                .audience(TestTokens.AUDIENCE)
                .subject(PARTNER.toString())
                .claim("client_id", "city-12345")
                .claim("scope", scopes)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .jwtID(UUID.randomUUID().toString())
                .build());
        return Phone.withToken(port, token)
                .send(Phone.withToken(port, token)
                        .request("/uploads")
                        .header("Tus-Resumable", "1.0.0")
                        .header("Upload-Length", String.valueOf(photo.content().length))
                        .header("Upload-Metadata", Tus.metadata(photo.id()))
                        .POST(BodyPublishers.noBody()))
                .status();
    }

    private static String many(int count) {
        return IntStream.range(0, count)
                .mapToObj(one -> "{\"id\":\"%s\",\"sha256\":\"%s\",\"sizeBytes\":9,\"purpose\":\"BEFORE\"}"
                        .formatted(UUID.randomUUID(), Tus.sha256(new byte[] {(byte) one})))
                .collect(Collectors.joining(",", "{\"files\":[", "]}"));
    }
}

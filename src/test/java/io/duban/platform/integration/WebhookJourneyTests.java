package io.duban.platform.integration;

import static io.duban.platform.integration.PartnerDesk.eventually;
import static io.duban.platform.integration.PartnerDesk.isSignedWith;
import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.LoggedEvents;
import io.duban.support.Phone;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A partner is told what happens to his own tickets, where he wants it, signed, and nothing else. */
@WebhookServerTest
class WebhookJourneyTests extends AtPartnersDesk {

    @Test
    void anEndpointProvesItselfAndIsToldOfWhatItsPartnerSent() {
        var registered = desk.active(receiver.url("/hook"));
        var secret = registered.text("secret");
        assertThat(secret).startsWith("whsec_");
        assertThat(registered.text("status")).isEqualTo("UNCONFIRMED");
        assertThat(desk.endpoint(registered.id()).text("secret")).isEmpty();
        var challenge = receiver.challengesAt("/hook").get(0);
        assertThat(isSignedWith(secret, challenge)).isTrue();

        var ticket = desk.phone()
                .post("/hotline-tickets", """
                {"channel":"CITY_PLATFORM","demandType":"HELP","categoryCode":"lamp","title":"张三家楼下夜间施工","words":"夜间施工",
                 "receivedAt":"2026-11-20T08:00:00+08:00","place":{"address":"东湖路1号"},"citizen":{"name":"张三","phone":"13800001234"},
                 "sourceSystem":"CITY_12345","sourceId":"%s","sourceVersion":1}""".formatted(UUID.randomUUID()))
                .expect(201);
        eventually(() -> !receiver.at("/hook").isEmpty());
        var told = receiver.at("/hook").get(0);
        assertThat(isSignedWith(secret, told)).isTrue();
        assertThat(told.type()).isEqualTo("cn.gov.demo.hotline.ticket.received.v1");
        assertThat(told.headers().get("content-type")).startsWith("application/cloudevents+json");
        assertThat(told.id()).isEqualTo(told.json().get("id").asString());
        var data = told.json().get("data");
        assertThat(data.get("subjectId").asString()).isEqualTo(ticket.id().toString());
        assertThat(data.get("version").asLong()).isEqualTo(1);
        assertThat(data.get("state").asString()).isEqualTo("RECEIVED");
        assertThat(told.body()).doesNotContain("张三", "施工", "13800001234", "东湖路", "title");
        desk.phone().get(data.get("link").asString().substring("/v1".length())).expect(200);

        var delivery = desk.delivery(registered.id(), UUID.fromString(told.id()), "DELIVERED");
        var one = desk.phone()
                .get("/webhook-deliveries/" + delivery.get("id").asString())
                .expect(200);
        assertThat(one.body().get("log")).hasSize(1);
        assertThat(one.body().get("log").get(0).get("code").asInt()).isEqualTo(200);
        assertThat(one.body().get("event").toString()).isEqualTo(told.json().toString());
        assertThat(desk.endpoint(registered.id()).text("lastSuccessAt")).isNotEmpty();
    }

    @Test
    void whatIsNotHisIsNeverSent() {
        var id = desk.active(receiver.url("/own")).id();
        desk.happens(LoggedEvents.hotline("foreign " + id).of(URBAN_BUREAU), "foreign " + id);
        desk.happens(LoggedEvents.supervision("inner " + id).to(SUPERVISOR), "inner " + id);
        var own = desk.happens("own " + id);
        desk.delivery(id, own, "DELIVERED");
        assertThat(receiver.at("/own")).extracting(Receiver.Received::id).containsExactly(own.toString());
        assertThat(desk.deliveries(id, "")).hasSize(2); // and the challenge
    }

    @Test
    void aPartnerThatLostItsRightGetsNothingMoreNotEvenWhatWaits() {
        var id = desk.active(receiver.url("/lost")).id();
        desk.step(id, "pauses").expect(200);
        var waiting = desk.happens("waits " + id);
        desk.delivery(id, waiting, "WAITING");
        desk.step(id, "resumptions").expect(200);
        desk.delivery(id, waiting, "DELIVERED");
        desk.step(id, "pauses").expect(200);
        var later = desk.happens("later " + id);
        desk.delivery(id, later, "WAITING");
        scopes("array_remove(scopes, 'ticket:list')");
        try {
            desk.step(id, "resumptions").expect(200);
            desk.delivery(id, later, "WITHHELD");
            scopes("scopes || array['ticket:list']");
            var again = desk.happens("again " + id);
            desk.delivery(id, again, "DELIVERED");
        } finally {
            scopes("array_remove(scopes, 'ticket:list') || array['ticket:list']");
        }
        assertThat(receiver.at("/lost")).noneMatch(one -> one.id().equals(later.toString()));
    }

    @Test
    void itIsToldOnlyOfTheEventsItAskedFor() {
        var wants = desk.phone()
                .post("/webhook-endpoints", """
                {"url":"%s","description":"closings","eventTypes":["hotline.ticket.closed","supervision.matter.*"]}""".formatted(receiver.url("/closings")))
                .expect(201)
                .id();
        var all = desk.active(receiver.url("/all")).id();
        eventually(() -> desk.status(wants).equals("ACTIVE"));
        desk.delivery(all, desk.happens("dispatched " + all), "DELIVERED");
        var matter = desk.happens(LoggedEvents.supervision("matter " + all).to(PARTNER), "matter " + all);
        desk.delivery(wants, matter, "DELIVERED");
        assertThat(receiver.at("/closings")).hasSize(1);
        assertThat(receiver.at("/all").stream().filter(one -> one.type().contains("ticket")))
                .hasSize(1);
    }

    @Test
    void whatAnotherPartnerOwnsIsNotThere() {
        var mine = desk.active(receiver.url("/mine")).id();
        var event = desk.happens("mine " + mine);
        var delivery = desk.delivery(mine, event, "DELIVERED").get("id").asString();
        var other = Phone.of(port, UUID.fromString("01900000-0000-7000-8000-000000000291"));
        other.get("/webhook-endpoints/" + mine).refused(404, "E_WEB_NOT_FOUND");
        other.get("/webhook-deliveries/" + delivery).refused(404, "E_WEB_NOT_FOUND");
        for (var step : new String[] {"pauses", "resumptions", "challenges", "removals"}) {
            other.post("/webhook-endpoints/" + mine + "/" + step, 2, "").refused(404, "E_WEB_NOT_FOUND");
        }
        other.post("/webhook-endpoints/" + mine + "/secret-rotations", 2, "{}").refused(404, "E_WEB_NOT_FOUND");
        other.post("/webhook-endpoints/" + mine + "/changes", 2, "{\"url\":\"%s\"}".formatted(receiver.url("/x")))
                .refused(404, "E_WEB_NOT_FOUND");
        other.post("/webhook-endpoints/" + mine + "/pings", "").refused(404, "E_WEB_NOT_FOUND");
        other.post("/webhook-deliveries/" + delivery + "/replays", 2, "").refused(404, "E_WEB_NOT_FOUND");
        assertThat(other.get("/webhook-endpoints").expect(200).body().get("items"))
                .isEmpty();
        assertThat(other.get("/webhook-deliveries?endpointId=" + mine)
                        .expect(200)
                        .body()
                        .get("items"))
                .isEmpty();
        for (var officer : new UUID[] {LEADER, DIRECTOR, SYSADMIN, AGENT}) {
            Phone.of(port, officer).get("/webhook-endpoints").refused(403, "E_GEN_SCOPE");
        }
        assertThat(desk.status(mine)).isEqualTo("ACTIVE");
    }

    @Test
    void whatItDoesIsAuditedAndAnnouncedWithoutItsAddress() {
        var id = desk.active(receiver.url("/audited?token=secret")).id();
        desk.step(id, "pauses").expect(200);
        assertThat(desk.text("select string_agg(type, ' ' order by position) from event_log where subject_id = '%s'"
                        .formatted(id)))
                .isEqualTo("webhook.endpoint.registered webhook.endpoint.confirmed webhook.endpoint.paused");
        assertThat(desk.text(
                        "select string_agg(action, ' ' order by subject_version) from audit_row where subject_id = '%s'"
                                .formatted(id)))
                .isEqualTo("registerWebhookEndpoint confirmWebhookEndpoint pauseWebhookEndpoint");
        assertThat(desk.text("select string_agg(title, '') from event_log where subject_id = '%s'".formatted(id)))
                .doesNotContain("audited", "token");
    }

    private void scopes(String sql) {
        database.execute("update integration_client set scopes = %s where client_id = 'city-12345'".formatted(sql));
    }
}

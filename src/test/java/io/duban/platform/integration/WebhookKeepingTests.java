package io.duban.platform.integration;

import static io.duban.platform.integration.PartnerDesk.eventually;
import static io.duban.platform.integration.PartnerDesk.isSignedWith;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a partner may do with his endpoints and with what was sent there. */
@WebhookServerTest
class WebhookKeepingTests extends AtPartnersDesk {

    @Test
    void theSecretIsToldOnceAndLiesNowhereInClear() {
        var key = UUID.randomUUID();
        var body = "{\"url\":\"%s\"}".formatted(receiver.url("/once"));
        var first = desk.phone().post("/webhook-endpoints", key, body).expect(201);
        var again = desk.phone().post("/webhook-endpoints", key, body).expect(201);
        assertThat(first.text("secret")).startsWith("whsec_");
        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.text("secret")).isEmpty();
        assertThat(desk.text("select count(*) from idempotency_key where convert_from(body, 'UTF8') like '%whsec%'"))
                .isEqualTo("0");
        assertThat(desk.text("select count(*) from webhook_endpoint where secret like '%whsec%'"))
                .isEqualTo("0");
    }

    @Test
    void duringARotationBothSecretsAreGood() {
        var registered = desk.active(receiver.url("/rotating"));
        var id = registered.id();
        var rotated = desk.step(id, "secret-rotations", "{\"overlapHours\":1}").expect(200);
        assertThat(rotated.text("secret")).startsWith("whsec_").isNotEqualTo(registered.text("secret"));
        assertThat(rotated.text("formerSecretUntil")).isNotEmpty();
        desk.delivery(id, desk.happens("both " + id), "DELIVERED");
        var both = receiver.at("/rotating").get(0);
        assertThat(both.headers().get("webhook-signature").split(" ")).hasSize(2);
        assertThat(isSignedWith(registered.text("secret"), both)).isTrue();
        assertThat(isSignedWith(rotated.text("secret"), both)).isTrue();

        var atOnce = desk.step(id, "secret-rotations", "{\"overlapHours\":0}").expect(200);
        desk.delivery(id, desk.happens("one " + id), "DELIVERED");
        var one = receiver.at("/rotating").get(1);
        assertThat(isSignedWith(atOnce.text("secret"), one)).isTrue();
        assertThat(isSignedWith(rotated.text("secret"), one)).isFalse();
        assertThat(isSignedWith(registered.text("secret"), one)).isFalse();

        desk.step(id, "secret-rotations", "{}").expect(200);
        database.execute(
                "update webhook_endpoint set former_until = now() - interval '1 second' where id = '%s'".formatted(id));
        desk.delivery(id, desk.happens("over " + id), "DELIVERED");
        assertThat(isSignedWith(atOnce.text("secret"), receiver.at("/rotating").get(2)))
                .isFalse();
    }

    @Test
    void whatHappensDuringAPauseIsSentAfterIt() {
        var id = desk.active(receiver.url("/paused")).id();
        desk.step(id, "pauses").expect(200);
        var events = desk.happen(3);
        events.forEach(event -> desk.delivery(id, event, "WAITING"));
        var ping = desk.phone().post("/webhook-endpoints/" + id + "/pings", "").expect(201);
        assertThat(ping.text("type")).isEqualTo("cn.gov.demo.webhook.ping.v1");
        desk.delivery(id, UUID.fromString(ping.text("messageId")), "DELIVERED");
        assertThat(receiver.at("/paused")).extracting(Receiver.Received::id).containsExactly(ping.text("messageId"));
        desk.step(id, "resumptions").expect(200);
        events.forEach(event -> desk.delivery(id, event, "DELIVERED"));
        assertThat(receiver.at("/paused")).hasSize(4);
    }

    @Test
    void atAnotherAddressItProvesItselfAnew() {
        var id = desk.active(receiver.url("/here")).id();
        var changed = desk.step(id, "changes", "{\"url\":\"%s\"}".formatted(receiver.url("/mute/there")))
                .expect(200);
        assertThat(changed.text("status")).isEqualTo("UNCONFIRMED");
        eventually(() -> desk.deliveries(id, "GIVEN_UP").size() == 1);
        assertThat(desk.deliveries(id, "GIVEN_UP").get(0).get("lastFault").asString())
                .isEqualTo("CHALLENGE");
        assertThat(desk.status(id)).isEqualTo("UNCONFIRMED");
        desk.step(id, "changes", "{\"url\":\"%s\",\"description\":\"新\"}".formatted(receiver.url("/there")))
                .expect(200);
        eventually(() -> desk.status(id).equals("ACTIVE"));
        var amended = desk.step(id, "changes", "{\"url\":\"%s\"}".formatted(receiver.url("/there")))
                .expect(200);
        assertThat(amended.text("status")).isEqualTo("ACTIVE");
        assertThat(amended.text("description")).isEmpty();
    }

    @Test
    void aReplayIsTheSameMessageAgain() {
        var id = desk.active(receiver.url("/replayed")).id();
        var event = desk.happens("replayed " + id);
        var delivery = desk.delivery(id, event, "DELIVERED");
        var path = "/webhook-deliveries/" + delivery.get("id").asString();
        desk.phone().post(path + "/replays", 1, "").refused(412, "E_GEN_STALE_VERSION");
        var replayed = desk.phone()
                .post(path + "/replays", delivery.get("version").asLong(), "")
                .expect(200);
        assertThat(replayed.text("status")).isEqualTo("WAITING");
        eventually(() -> receiver.at("/replayed").size() == 2);
        desk.delivery(id, event, "DELIVERED");
        var both = receiver.at("/replayed");
        assertThat(both.get(1).id()).isEqualTo(both.get(0).id()).isEqualTo(event.toString());
        assertThat(both.get(1).body()).isEqualTo(both.get(0).body());
        assertThat(desk.phone().get(path).expect(200).body().get("log")).hasSize(2);

        desk.step(id, "pauses").expect(200);
        var waiting = desk.delivery(id, desk.happens("waiting " + id), "WAITING");
        desk.phone()
                .post("/webhook-deliveries/" + waiting.get("id").asString() + "/replays", 1, "")
                .refused(409, "E_GEN_ILLEGAL_STATE");
    }

    @Test
    void theLogIsReadInPages() {
        var id = desk.active(receiver.url("/pages")).id();
        var events = desk.happen(7);
        events.forEach(event -> desk.delivery(id, event, "DELIVERED"));
        var seen = new ArrayList<JsonNode>();
        var query = "/webhook-deliveries?limit=3&endpointId=" + id;
        var page = desk.phone().get(query).expect(200);
        page.body().get("items").forEach(seen::add);
        while (!page.text("nextCursor").isEmpty()) {
            page = desk.phone()
                    .get(query + "&cursor=" + page.text("nextCursor"))
                    .expect(200);
            page.body().get("items").forEach(seen::add);
        }
        assertThat(seen.stream().map(one -> one.get("messageId").asString()))
                .hasSize(8)
                .doesNotHaveDuplicates()
                .containsAll(events.stream().map(UUID::toString).toList());
    }

    @Test
    void aRemovedEndpointIsGoneWithWhatWasSentThere() {
        var id = desk.active(receiver.url("/removed")).id();
        var delivery = desk.delivery(id, desk.happens("before " + id), "DELIVERED");
        desk.step(id, "removals").expect(200);
        desk.happens("after " + id);
        desk.phone().get("/webhook-endpoints/" + id).refused(404, "E_WEB_NOT_FOUND");
        desk.phone().get("/webhook-deliveries/" + delivery.get("id").asString()).refused(404, "E_WEB_NOT_FOUND");
        assertThat(receiver.at("/removed")).hasSize(1);
    }

    @Test
    void refusesWhatIsOutOfOrder() {
        var id = desk.active(receiver.url("/order")).id();
        desk.phone().post("/webhook-endpoints/" + id + "/pauses", 1, "").refused(412, "E_GEN_STALE_VERSION");
        desk.step(id, "resumptions").refused(409, "E_GEN_ILLEGAL_STATE");
        desk.step(id, "challenges").refused(409, "E_GEN_ILLEGAL_STATE");
        assertThat(desk.status(id)).isEqualTo("ACTIVE");
        var silent = desk.register(receiver.url("/mute/order")).expect(201).id();
        desk.phone().post("/webhook-endpoints/" + silent + "/pings", "").refused(409, "E_GEN_ILLEGAL_STATE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"url\":\"https://10.0.0.7/hook\"}",
                "{\"url\":\"http://partner.example.cn/hook\"}",
                "{\"url\":\"https://partner.example.cn/hook\",\"eventTypes\":[\"*\"]}",
                "{\"url\":\"https://partner.example.cn/hook\",\"secret\":\"whsec_mine\"}",
                "{}"
            })
    void refusesWhatIsNoEndpoint(String body) {
        desk.phone().post("/webhook-endpoints", body).refused(400, "E_GEN_VALIDATION");
        assertThat(desk.phone().get("/webhook-endpoints").body().get("items")).isEmpty();
    }

    @Test
    void aPartnerHasTwentyEndpointsAtMost() {
        for (int i = 0; i < 20; i++) {
            desk.register(receiver.url("/many")).expect(201);
        }
        desk.register(receiver.url("/many")).refused(400, "E_GEN_VALIDATION");
        assertThat(desk.phone().get("/webhook-endpoints?limit=100").body().get("items"))
                .hasSize(20);
    }
}

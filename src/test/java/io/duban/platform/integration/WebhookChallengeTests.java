package io.duban.platform.integration;

import static io.duban.platform.integration.PartnerDesk.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A challenge proves an address only as long as nobody but who is there can answer it. */
@WebhookServerTest
class WebhookChallengeTests extends AtPartnersDesk {

    /** Or whoever has seen it at an address of his own could have a stranger's echo it. */
    @Test
    void aChallengeIsToldByNoReadAndIsNotReplayedAtAnotherAddress() {
        var id = desk.active(receiver.url("/mine")).id();
        eventually(() -> desk.deliveries(id, "DELIVERED").size() == 1);
        var old = desk.deliveries(id, "DELIVERED").get(0);
        var path = "/webhook-deliveries/" + old.get("id").asString();
        var read = desk.phone().get(path).expect(200);
        assertThat(read.body().at("/event/data/challenge").isMissingNode()).isTrue();
        assertThat(read.body().get("legalActions")).isEmpty();
        desk.step(id, "changes", "{\"url\":\"%s\"}".formatted(receiver.url("/mute/stranger")))
                .expect(200);
        desk.phone().post(path + "/replays", read.version(), "").refused(409, "E_GEN_ILLEGAL_STATE");
        assertThat(desk.status(id)).isEqualTo("UNCONFIRMED");
    }

    @Test
    void aChallengeThatWaitedIsWithheldWhenALaterOneStandsForIt() {
        var id = desk.register(receiver.url("/mute/first")).expect(201).id();
        eventually(() -> desk.deliveries(id, "GIVEN_UP").size() == 1);
        var first = desk.deliveries(id, "").get(0).get("id").asString();
        desk.step(id, "changes", "{\"url\":\"%s\"}".formatted(receiver.url("/mute/second")))
                .expect(200);
        var token = desk.text("select challenge from webhook_delivery where id = '%s'".formatted(first));
        database.execute("update webhook_delivery set status = 'WAITING', attempts = 0, next_at = now() where id = '%s'"
                .formatted(first));
        eventually(() -> desk.deliveries(id, "WITHHELD").size() == 1);
        assertThat(receiver.challengesAt("/mute/second"))
                .allSatisfy(challenge -> assertThat(challenge.body()).doesNotContain(token));
    }
}

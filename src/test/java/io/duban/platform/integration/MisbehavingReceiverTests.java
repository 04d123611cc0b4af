package io.duban.platform.integration;

import static io.duban.platform.integration.PartnerDesk.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** F17: whatever a receiver does, it harms nobody but itself. */
@WebhookServerTest
class MisbehavingReceiverTests extends AtPartnersDesk {

    @Test
    void afterTheLastRetryAMessageIsADeadLetterThatCanBeReplayed() {
        var id = desk.active(receiver.url("/broken")).id();
        var event = desk.happens("broken " + id);
        var dead = desk.delivery(id, event, "GIVEN_UP");
        assertThat(dead.get("attempts").asInt()).isEqualTo(4);
        assertThat(dead.get("lastFault").asString()).isEqualTo("STATUS");
        assertThat(dead.get("lastCode").asInt()).isEqualTo(500);
        assertThat(receiver.at("/broken")).hasSize(4).allMatch(one -> one.id().equals(event.toString()));
        assertThat(desk.deliveries(id, "GIVEN_UP")).hasSize(1);
        assertThat(desk.endpoint(id).text("failingSince")).isNotEmpty();
        desk.phone()
                .post(
                        "/webhook-deliveries/" + dead.get("id").asString() + "/replays",
                        dead.get("version").asLong(),
                        "")
                .expect(200);
        eventually(() -> receiver.at("/broken").size() == 8);
        desk.delivery(id, event, "GIVEN_UP");
    }

    @Test
    void oneThatHangsKeepsNobodyElseWaiting() {
        var hanging = desk.active(receiver.url("/hang")).id();
        var other = desk.active(receiver.url("/prompt")).id();
        desk.happen(30);
        var atOnce = new AtomicInteger();
        eventually(() -> {
            atOnce.accumulateAndGet(underWay(hanging), Math::max);
            return atOnce.get() > 0 && desk.deliveries(other, "DELIVERED").size() == 31; // with its challenge
        });
        assertThat(receiver.at("/prompt")).hasSize(30);
        assertThat(desk.deliveries(hanging, "DELIVERED"))
                .as("but its challenge")
                .hasSize(1);
        eventually(() -> desk.deliveries(hanging, "").stream()
                .anyMatch(one -> one.path("lastFault").asString("").equals("TIMEOUT")));
        assertThat(atOnce.get()).isBetween(1, 4);
    }

    @Test
    void aRedirectIsNotFollowed() {
        var id = desk.active(receiver.url("/redirect")).id();
        var dead = desk.delivery(id, desk.happens("redirect " + id), "GIVEN_UP");
        assertThat(dead.get("lastFault").asString()).isEqualTo("REDIRECT");
        assertThat(receiver.at("/trap")).isEmpty();
    }

    @Test
    @Timeout(60)
    void anAnswerWithoutEndIsCut() throws InterruptedException {
        var endless = desk.active(receiver.url("/endless")).id();
        var dripping = desk.active(receiver.url("/drip")).id();
        var event = desk.happens("endless " + endless);
        desk.delivery(endless, event, "DELIVERED");
        desk.delivery(dripping, event, "DELIVERED");
        assertThat(receiver.cut().await(30, TimeUnit.SECONDS))
                .as("both were cut")
                .isTrue();
        assertThat(receiver.poured()).as("no more than the sockets held").isLessThan(16 * 1024 * 1024);
        assertThat(receiver.at("/endless")).extracting(Receiver.Received::id).containsExactly(event.toString());
        assertThat(receiver.at("/drip")).extracting(Receiver.Received::id).containsExactly(event.toString());
    }

    @Test
    void whoeverAnswers410IsDisabledAtOnceAndHisOtherEndpointIsTold() {
        var gone = desk.active(receiver.url("/gone")).id();
        var other = desk.confirmed(desk.registerForAll(receiver.url("/other")).expect(201))
                .id();
        desk.happens("gone " + gone);
        eventually(() -> desk.status(gone).equals("DISABLED"));
        assertThat(desk.endpoint(gone).text("disabledFor")).isEqualTo("GONE");
        eventually(() ->
                receiver.at("/other").stream().anyMatch(one -> one.type().endsWith(".webhook.endpoint.disabled.v1")));
        assertThat(desk.text(
                        "select count(*) from audit_row where action = 'disableWebhookEndpoint' and subject_id = '%s'"
                                .formatted(gone)))
                .isEqualTo("1");
        desk.happens("nothing more " + gone);
        desk.delivery(other, desk.happens("still told " + gone), "DELIVERED");
        assertThat(desk.deliveries(gone, "").stream()
                        .filter(one -> one.get("type").asString().contains("ticket")))
                .hasSize(1);
    }

    @Test
    void whoeverFailsFor72HoursIsDisabledAndComesBackByHisChallenge() {
        var id = desk.active(receiver.url("/broken/for-days")).id();
        desk.delivery(id, desk.happens("first " + id), "GIVEN_UP");
        assertThat(desk.status(id)).isEqualTo("ACTIVE");
        database.execute(
                "update webhook_health set failing_since = failing_since - interval '72 hours' where endpoint_id = '%s'"
                        .formatted(id));
        var late = desk.happens("late " + id);
        eventually(() -> desk.status(id).equals("DISABLED"));
        assertThat(desk.endpoint(id).text("disabledFor")).isEqualTo("FAILING");
        desk.step(id, "changes", "{\"url\":\"%s\"}".formatted(receiver.url("/mended")))
                .expect(200);
        eventually(() -> desk.status(id).equals("ACTIVE"));
        assertThat(desk.endpoint(id).text("disabledFor")).isEmpty();
        assertThat(desk.endpoint(id).text("failingSince")).isEmpty();
        desk.delivery(id, late, "DELIVERED");
        assertThat(receiver.at("/mended")).extracting(Receiver.Received::id).containsExactly(late.toString());
    }

    @Test
    void retryAfterIsHonoured() {
        var id = desk.active(receiver.url("/later")).id();
        var event = desk.happens("later " + id);
        eventually(() -> desk.delivery(id, event).get("attempts").asInt() == 1);
        var next = OffsetDateTime.parse(desk.delivery(id, event).get("nextAt").asString());
        assertThat(next).isAfter(OffsetDateTime.now().plus(Duration.ofMinutes(50)));
        assertThat(receiver.at("/later")).hasSize(1);
    }

    @Test
    void aCertificateNobodyVouchesForIsNotTrusted() {
        var id = desk.register(receiver.untrustedUrl("/tls")).expect(201).id();
        eventually(() -> desk.deliveries(id, "GIVEN_UP").size() == 1);
        assertThat(desk.deliveries(id, "GIVEN_UP").get(0).get("lastFault").asString())
                .isEqualTo("TLS");
        assertThat(receiver.challengesAt("/tls")).isEmpty();
        assertThat(desk.status(id)).isEqualTo("UNCONFIRMED");
    }

    private int underWay(UUID endpoint) {
        return Integer.parseInt(desk.text(
                "select count(*) from webhook_delivery where status = 'WAITING' and leased_until > now() and endpoint_id = '%s'"
                        .formatted(endpoint)));
    }

    @Test
    void aServerThatIsNotThereIsTriedAgain() {
        var nobody = new Receiver();
        var id = desk.active(nobody.url("/left")).id();
        nobody.close();
        var dead = desk.delivery(id, desk.happens("left " + id), "GIVEN_UP");
        assertThat(dead.get("lastFault").asString()).isEqualTo("CONNECTION");
        assertThat(dead.get("attempts").asInt()).isEqualTo(4);
        assertThat(UUID.fromString(dead.get("endpointId").asString())).isEqualTo(id);
    }
}

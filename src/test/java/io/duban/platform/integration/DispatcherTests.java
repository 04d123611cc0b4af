package io.duban.platform.integration;

import static io.duban.platform.integration.PartnerDesk.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.events.Doorbell;
import io.duban.support.TestDatabase;
import io.r2dbc.spi.ConnectionFactories;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.json.JsonMapper;

/** F12: several instances share the work; a crash costs a repetition under the same id and never a message. */
@WebhookServerTest
class DispatcherTests {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Autowired
    Doorbell doorbell;

    @Autowired
    DeliveryClaims claims;

    @Autowired
    DeliverySending sending;

    @Autowired
    WebhookProperties properties;

    @Autowired
    Partners partners;

    @Autowired
    WebhookSecrets secrets;

    @Autowired
    PartnerPost post;

    @Autowired
    EndpointFate fate;

    @Autowired
    DeliverySchedule schedule;

    @Autowired
    DeliveryMarks marks;

    @Autowired
    JsonMapper json;

    @Autowired
    Clock clock;

    private final Receiver receiver = new Receiver();
    private PartnerDesk desk;

    @BeforeEach
    void openDesk() {
        desk = new PartnerDesk(port, database, doorbell);
    }

    @AfterEach
    void closeDesk() {
        desk.removeAll();
        receiver.close();
    }

    @Test
    void threeDispatchersSendEveryMessageOnce() {
        var id = desk.active(receiver.url("/raced")).id();
        desk.step(id, "pauses").expect(200);
        var events = desk.happen(150);
        eventually(() -> waiting(id) == 150);
        var second = new WebhookDispatcher(claims, sending, properties, clock);
        var third = new WebhookDispatcher(claims, sending, properties, clock);
        second.start();
        third.start();
        try {
            desk.step(id, "resumptions").expect(200);
            eventually(() -> waiting(id) == 0);
        } finally {
            second.stop();
            third.stop();
        }
        assertThat(receiver.at("/raced"))
                .extracting(Receiver.Received::id)
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(
                        events.stream().map(UUID::toString).toList());
    }

    @Test
    void whatIsLeasedIsNobodyElsesUntilTheLeaseIsOver() {
        var id = desk.active(receiver.url("/leased")).id();
        desk.step(id, "pauses").expect(200);
        var event = desk.happens("leased " + id);
        desk.delivery(id, event, "WAITING");
        database.execute("""
                update webhook_delivery set lease = gen_random_uuid(), leased_until = now() + interval '1 hour'
                where endpoint_id = '%s' and status = 'WAITING'""".formatted(id));
        desk.step(id, "resumptions").expect(200);
        var later = desk.happens("later " + id);
        desk.delivery(id, later, "DELIVERED");
        assertThat(receiver.at("/leased")).extracting(Receiver.Received::id).containsExactly(later.toString());
        endLeases(id);
        desk.delivery(id, event, "DELIVERED");
    }

    /** The message goes out, and then the process is gone before it can say so. */
    @Test
    void aCrashBetweenSendingAndMarkingRepeatsTheMessageUnderItsId() {
        var id = desk.active(receiver.url("/crashed")).id();
        desk.step(id, "pauses").expect(200);
        var event = desk.happens("crashed " + id);
        desk.delivery(id, event, "WAITING");
        var unreachable =
                DatabaseClient.create(ConnectionFactories.get("r2dbc:postgresql://postgres@127.0.0.1:1/none"));
        var doomed = new DeliverySending(
                partners, secrets, post, new DeliveryMarks(unreachable), fate, schedule, json, clock);
        var row = desk.text("select id::text from webhook_delivery where message_id = '%s' and endpoint_id = '%s'"
                .formatted(event, id));
        // Only as long as the pause lasts nobody else can be faster: so it is claimed by hand.
        database.execute("""
                update webhook_delivery set lease = '%s', leased_until = now() + interval '1 hour' where id = '%s'""".formatted(UUID.randomUUID(), row));
        var claimed = claimed(UUID.fromString(row));
        assertThat(doomed.send(claimed).materialize().block(PATIENCE).isOnError())
                .isTrue();
        assertThat(receiver.at("/crashed")).hasSize(1);

        desk.step(id, "resumptions").expect(200);
        endLeases(id);
        desk.delivery(id, event, "DELIVERED");
        assertThat(receiver.at("/crashed"))
                .extracting(Receiver.Received::id)
                .containsExactly(event.toString(), event.toString());
        var late = new DeliveryAttempt(clock.instant(), 1, 500, DeliveryFault.STATUS);
        assertThat(marks.write(claimed, new DeliveryMarks.Mark(DeliveryStatus.GIVEN_UP, null, late), clock.instant())
                        .blockOptional(PATIENCE))
                .as("whoever lost his lease has nothing more to say")
                .isEmpty();
        assertThat(desk.delivery(id, event).get("status").asString()).isEqualTo("DELIVERED");
    }

    private ClaimedDelivery claimed(UUID row) {
        return DatabaseClient.create(database.connections())
                .sql("""
                        select d.id, d.lease, d.endpoint_id, d.owner_id, d.kind, d.message_id, d.permission, d.unit_ids, d.participant_ids,
                            d.payload, d.challenge, d.attempts, e.url, e.secret, e.former_secret, e.former_until, false as overtaken
                        from webhook_delivery d join webhook_endpoint e on e.id = d.endpoint_id where d.id = $1""")
                .bind(0, row)
                .map(DeliveryClaims::toDelivery)
                .one()
                .block(PATIENCE);
    }

    private int waiting(UUID endpoint) {
        return Integer.parseInt(
                desk.text("select count(*) from webhook_delivery where endpoint_id = '%s' and status = 'WAITING'"
                        .formatted(endpoint)));
    }

    private void endLeases(UUID endpoint) {
        database.execute("""
                update webhook_delivery set leased_until = now() - interval '1 second'
                where endpoint_id = '%s' and lease is not null""".formatted(endpoint));
    }
}

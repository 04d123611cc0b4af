package io.duban.platform.integration;

import static io.duban.support.DemoDistrict.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import io.duban.platform.events.Doorbell;
import io.duban.support.LoggedEvents;
import io.duban.support.Phone;
import io.duban.support.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/** What the city's platform does at our API, and what happens to its tickets. */
final class PartnerDesk {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final TestDatabase database;
    private final Doorbell doorbell;
    private final Phone phone;

    PartnerDesk(int port, TestDatabase database, Doorbell doorbell) {
        this.database = database;
        this.doorbell = doorbell;
        this.phone = Phone.of(port, PARTNER);
    }

    Phone phone() {
        return phone;
    }

    /** For tickets and matters, so that what happens to other endpoints is not told here. */
    Phone.Answer register(String url) {
        return phone.post(
                "/webhook-endpoints",
                "{\"url\":\"%s\",\"eventTypes\":[\"hotline.ticket.*\",\"supervision.matter.*\"]}".formatted(url));
    }

    /** For everything. */
    Phone.Answer registerForAll(String url) {
        return phone.post("/webhook-endpoints", "{\"url\":\"%s\"}".formatted(url));
    }

    /** An endpoint that has proved itself; with its secret. */
    Phone.Answer active(String url) {
        return confirmed(register(url).expect(201));
    }

    Phone.Answer confirmed(Phone.Answer registered) {
        eventually(() -> status(registered.id()).equals("ACTIVE"));
        return registered;
    }

    Phone.Answer endpoint(UUID id) {
        return phone.get("/webhook-endpoints/" + id).expect(200);
    }

    String status(UUID id) {
        return endpoint(id).text("status");
    }

    /** A step on the version it has now. */
    Phone.Answer step(UUID id, String step) {
        return step(id, step, "");
    }

    Phone.Answer step(UUID id, String step, String body) {
        return phone.post("/webhook-endpoints/" + id + "/" + step, endpoint(id).version(), body);
    }

    /** Something happens to a ticket of the partner's; the id of the event. */
    UUID happens(String title) {
        return happens(LoggedEvents.hotline(title).to(PARTNER), title);
    }

    UUID happens(LoggedEvents event, String title) {
        event.write(database);
        doorbell.ring();
        return UUID.fromString(text("select id::text from event_log where title = '%s'".formatted(title)));
    }

    List<UUID> happen(int times) {
        var run = UUID.randomUUID();
        var ids = new ArrayList<UUID>();
        for (int i = 0; i < times; i++) {
            ids.add(happens(run + " " + i));
        }
        return ids;
    }

    /** The deliveries of an endpoint, newest first. */
    List<JsonNode> deliveries(UUID endpoint, String status) {
        var items = new ArrayList<JsonNode>();
        phone.get("/webhook-deliveries?limit=100&endpointId=" + endpoint
                        + (status.isEmpty() ? "" : "&status=" + status))
                .expect(200)
                .body()
                .get("items")
                .forEach(items::add);
        return items;
    }

    /** The delivery of a message, once it is there. */
    JsonNode delivery(UUID endpoint, UUID message) {
        eventually(() -> deliveries(endpoint, "").stream().anyMatch(one -> isOf(one, message)));
        return deliveries(endpoint, "").stream()
                .filter(one -> isOf(one, message))
                .findFirst()
                .orElseThrow();
    }

    /** The delivery of a message, once it stands so. */
    JsonNode delivery(UUID endpoint, UUID message, String status) {
        eventually(() -> delivery(endpoint, message).get("status").asString().equals(status));
        return delivery(endpoint, message);
    }

    private static boolean isOf(JsonNode delivery, UUID message) {
        return delivery.get("messageId").asString().equals(message.toString());
    }

    void removeAll() {
        phone.get("/webhook-endpoints?limit=100")
                .expect(200)
                .body()
                .get("items")
                .forEach(endpoint -> remove(UUID.fromString(endpoint.get("id").asString())));
    }

    /** What is still being sent there may move it on at the same time. */
    private void remove(UUID endpoint) {
        eventually(() -> step(endpoint, "removals").status() == 200);
    }

    String text(String sql) {
        try (var connection = database.connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getString(1) : "";
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Whether the specification's own library takes it for ours. */
    static boolean isSignedWith(String secret, Receiver.Received message) {
        try {
            var headers = Map.of(
                    "webhook-id", List.of(message.headers().get("webhook-id")),
                    "webhook-timestamp", List.of(message.headers().get("webhook-timestamp")),
                    "webhook-signature", List.of(message.headers().get("webhook-signature")));
            new Webhook(secret).verify(message.body(), headers);
            return true;
        } catch (com.standardwebhooks.exceptions.WebhookVerificationException forged) {
            return false;
        } catch (com.standardwebhooks.exceptions.EmptyWebhookSecretException e) {
            throw new IllegalStateException(e);
        }
    }

    static void eventually(BooleanSupplier holds) {
        var end = Instant.now().plus(PATIENCE);
        while (!holds.getAsBoolean()) {
            assertThat(Instant.now()).as("it never came to be").isBefore(end);
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }
}

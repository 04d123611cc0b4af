package io.duban.platform.integration;

import static io.duban.platform.integration.WebhookMove.*;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Move;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import io.duban.platform.identity.Officer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Where a partner is told.
 *
 * @param ownerId the post its partner acts from; nobody else sees it
 * @param secret sealed
 * @param formerSecret sealed; signs too until {@code formerUntil}
 */
@Table("webhook_endpoint")
record WebhookEndpoint(
        @Id UUID id,
        long version,
        UUID ownerId,
        String url,
        @Nullable String description,
        List<String> eventTypes,
        WebhookStatus status,
        @Nullable DisablingReason disabledFor,
        String secret,
        @Nullable String formerSecret,
        @Nullable Instant formerUntil,
        Instant createdAt)
        implements Subject {

    /** The row of the matrix that lets a partner see it, and everything that is sent to it. */
    static final String PERMISSION = "webhook:manage-own";

    static WebhookEndpoint registered(UUID id, WebhookOrder order, String sealedSecret, Command command) {
        return new WebhookEndpoint(
                id,
                1,
                command.officer().id(),
                order.url(),
                order.description(),
                order.eventTypes(),
                WebhookStatus.UNCONFIRMED,
                null,
                sealedSecret,
                null,
                null,
                command.now());
    }

    /** As ordered; at another address it has to prove itself anew. */
    WebhookEndpoint change(WebhookOrder order, Command command) {
        var move = order.url().equals(url) ? AMEND : READDRESS;
        move.check(status, version, command);
        return next(order, move.after(status), move == AMEND ? disabledFor : null);
    }

    /** One of the moves that change nothing but the state. */
    WebhookEndpoint take(WebhookMove move, Command command) {
        move.check(status, version, command);
        return next(order(), move.after(status), null);
    }

    /** Signed with a new secret from now on, and with the one before until then. */
    WebhookEndpoint rotate(String sealedSecret, @Nullable Instant formerUntil, Command command) {
        ROTATE.check(status, version, command);
        return new WebhookEndpoint(
                id,
                version + 1,
                ownerId,
                url,
                description,
                eventTypes,
                status,
                disabledFor,
                sealedSecret,
                formerUntil == null ? null : secret,
                formerUntil,
                createdAt);
    }

    /** It has shown that it is whose it says. */
    WebhookEndpoint confirm() {
        return next(order(), CONFIRM.to(), null);
    }

    WebhookEndpoint disable(DisablingReason reason) {
        return next(order(), DISABLE.to(), reason);
    }

    /** Whether it is there for that move, which nobody commands. */
    boolean isOpenTo(WebhookMove move) {
        return move.from().contains(status);
    }

    /** Whether it wants to be told of such an event. */
    boolean wants(String eventType) {
        return eventTypes.isEmpty()
                || eventTypes.stream()
                        .anyMatch(wanted -> wanted.endsWith(".*")
                                ? eventType.startsWith(wanted.substring(0, wanted.length() - 1))
                                : eventType.equals(wanted));
    }

    List<String> legalActions(Officer officer) {
        return Move.legal(Arrays.asList(WebhookMove.values()), status, officer);
    }

    private WebhookOrder order() {
        return new WebhookOrder(url, description, eventTypes);
    }

    private WebhookEndpoint next(WebhookOrder order, WebhookStatus state, @Nullable DisablingReason reason) {
        return new WebhookEndpoint(
                id,
                version + 1,
                ownerId,
                order.url(),
                order.description(),
                order.eventTypes(),
                state,
                reason,
                secret,
                formerSecret,
                formerUntil,
                createdAt);
    }

    @Override
    public String subjectType() {
        return "webhook.endpoint";
    }

    /** Never its address, which may carry a token. */
    @Override
    public String title() {
        return "合作方接收地址";
    }

    @Override
    public String state() {
        return status.name();
    }

    @Override
    public Audience audience() {
        return new Audience(PERMISSION, Set.of(), Set.of(ownerId));
    }

    @Override
    public @Nullable Instant dueAt() {
        return null;
    }

    @Override
    public AlertLight light(Instant now) {
        return AlertLight.NONE;
    }
}

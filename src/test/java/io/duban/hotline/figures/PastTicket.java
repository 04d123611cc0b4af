package io.duban.hotline.figures;

import io.duban.platform.events.Facts;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A ticket of days long gone, of which nothing is left but its events in the log, each with the facts a ticket states. There is no row of a ticket:
 * what counts these does so by the log alone.
 */
final class PastTicket {

    private static final String INSERT = """
            insert into event_log (id, type, occurred_at, subject_type, subject_id, subject_version, title, priority, permission, state, facts)
            values (?, ?, ?, 'hotline.ticket', ?, ?, 't', 'INFO', 'ticket:list', ?, jsonb_object(?))""";

    private final Connection log;
    private final UUID id = UUID.randomUUID();
    private final Map<String, String> known = new HashMap<>();
    private long version;
    private int round = 1;
    private String state = "RECEIVED";

    private PastTicket(Connection log) {
        this.log = log;
        known.put("round", "1");
        known.put("channel", "APP");
        known.put("demandType", "HELP");
        known.put("categoryCode", "c");
    }

    static PastTicket received(Connection log, String at) {
        return new PastTicket(log).log("received", at, Facts.none());
    }

    static PastTicket reopening(Connection log, PastTicket closed, String at) {
        var ticket = new PastTicket(log);
        ticket.known.put("reopenOf", closed.id.toString());
        return ticket.log("received", at, Facts.none());
    }

    /** The same citizen about the same matter, the third time. */
    static PastTicket repeating(Connection log, String at) {
        return new PastTicket(log).log("received", at, Facts.none().with("repeats", 2));
    }

    UUID id() {
        return id;
    }

    int round() {
        return round;
    }

    String state() {
        return state;
    }

    /** To a unit, with the limits of signing, of the first contact and of handling. */
    PastTicket dispatched(String at, UUID unit, String signDue, String contactDue, String due) {
        return given("dispatched", at, unit, signDue, contactDue, due);
    }

    PastTicket reassigned(String at, UUID unit, String signDue, String contactDue, String due) {
        return given("reassigned", at, unit, signDue, contactDue, due);
    }

    PastTicket designated(String at, UUID unit, String signDue, String contactDue, String due) {
        return given("designated", at, unit, signDue, contactDue, due);
    }

    /** A further round begins in the same event. */
    PastTicket redo(String at, UUID unit, String signDue, String contactDue, String due) {
        nextRound();
        return given("redo", at, unit, signDue, contactDue, due);
    }

    /** The platform above dispatched it anew. */
    PastTicket again(String at) {
        nextRound();
        known.remove("closedAt");
        return log("dispatchedUpstream", at, "RECEIVED", Facts.none());
    }

    PastTicket signed(String at) {
        return log("signed", at, "SIGNED", Facts.none().with("met.SIGN_FOR", Instant.parse(at)));
    }

    PastTicket contacted(String at, String when) {
        return log("contacted", at, "IN_PROGRESS", Facts.none().with("met.CONTACT", Instant.parse(when)));
    }

    PastTicket extended(String at, String due) {
        return log("extensionGranted", at, Facts.none().with("due.HANDLE", Instant.parse(due)));
    }

    /** The clock of the receipt stops, whether it was signed for or not. */
    PastTicket returnRequested(String at) {
        return log("returnRequested", at, "RETURN_REQUESTED", Facts.none().with("met.SIGN_FOR", Instant.parse(at)));
    }

    /** It is to keep it, and still has to sign for it. */
    PastTicket keptUnsigned(String at, String signDue) {
        return log("returnRefused", at, "DISPATCHED", Facts.none().with("due.SIGN_FOR", Instant.parse(signDue)));
    }

    PastTicket returnRefused(String at) {
        return log("returnRefused", at, "SIGNED", Facts.none());
    }

    PastTicket feedback(String at) {
        known.put("feedbackAt", time(at));
        return log("feedbackSubmitted", at, "FEEDBACK_SUBMITTED", Facts.none());
    }

    PastTicket returnedForCorrection(String at) {
        return log("returnedForCorrection", at, "IN_PROGRESS", Facts.none());
    }

    PastTicket passed(String at) {
        return log("auditPassed", at, "PENDING_CALLBACK", Facts.none());
    }

    /** The citizen is not content, and a redo is asked for. */
    PastTicket redoAsked(String at, String resolved, String satisfaction) {
        return log(
                "redoAsked",
                at,
                Facts.none()
                        .with("callbackOutcome", "ANSWERED")
                        .with("resolved", resolved)
                        .with("satisfaction", satisfaction));
    }

    PastTicket closed(String at, String outcome, @Nullable String resolved, @Nullable String satisfaction) {
        known.put("callbackOutcome", outcome);
        known.put("closedAt", time(at));
        if (resolved != null && satisfaction != null) {
            known.put("resolved", resolved);
            known.put("satisfaction", satisfaction);
        }
        return log("closed", at, "CLOSED", Facts.none());
    }

    PastTicket closed(String at, String resolved, String satisfaction) {
        return closed(at, "ANSWERED", resolved, satisfaction);
    }

    PastTicket evaluated(String at, String resolved, String satisfaction) {
        return log("evaluated", at, Facts.none().with("resolved", resolved).with("satisfaction", satisfaction));
    }

    PastTicket excluded(String at, String reason) {
        return log("excluded", at, Facts.none().with("exclusion", reason));
    }

    PastTicket archived(String at) {
        return log("archived", at, "ARCHIVED", Facts.none());
    }

    PastTicket mergedInto(PastTicket parent, String at) {
        known.put("parentId", parent.id.toString());
        return log("merged", at, "MERGED", Facts.none());
    }

    /** The parent is through: this citizen is called back as well. */
    PastTicket followed(String at) {
        return log("followedParent", at, "PENDING_CALLBACK", Facts.none());
    }

    PastTicket closedUpstream(String at) {
        known.put("closedByUpstream", "true");
        known.put("closedAt", time(at));
        return log("closed", at, "CLOSED", Facts.none());
    }

    PastTicket resumed(String at, String due) {
        return log("resumed", at, "IN_PROGRESS", Facts.none().with("due.HANDLE", Instant.parse(due)));
    }

    PastTicket answeredDirectly(String at) {
        log("answeredDirectly", at, "CLOSED", Facts.none());
        version--;
        known.put("closedAt", time(at));
        return log("closed", at, "CLOSED", Facts.none());
    }

    /** A step of which only the state matters. */
    PastTicket step(String verb, String at, String next) {
        return log(verb, at, next, Facts.none());
    }

    /** What comes to it and leaves it in its version: a photo. */
    PastTicket joined(String verb, String at) {
        version--;
        return log(verb, at, Facts.none());
    }

    /** What is said and changes nothing. */
    PastTicket said(String verb, String at) {
        return log(verb, at, Facts.none());
    }

    private PastTicket given(String verb, String at, UUID unit, String signDue, String contactDue, String due) {
        known.put("hostUnitId", unit.toString());
        known.put("dispatchedAt", time(at));
        // What still ran for the unit before stops in the same command.
        var stopped = verb.equals("dispatched") ? null : Instant.parse(at);
        return log(
                verb,
                at,
                "DISPATCHED",
                Facts.none()
                        .with("met.CONTACT", stopped)
                        .with("met.HANDLE", stopped)
                        .with("begun.HANDLE", Instant.parse(at))
                        .with("original.HANDLE", Instant.parse(due))
                        .with("due.HANDLE", Instant.parse(due))
                        .with("due.SIGN_FOR", Instant.parse(signDue))
                        .with("due.CONTACT", Instant.parse(contactDue)));
    }

    private void nextRound() {
        round++;
        known.put("round", Integer.toString(round));
        known.keySet().removeAll(Set.of("feedbackAt", "callbackOutcome", "resolved", "satisfaction"));
    }

    private PastTicket log(String verb, String at, Facts step) {
        return log(verb, at, state, step);
    }

    private PastTicket log(String verb, String at, String next, Facts step) {
        state = next;
        version++;
        var facts = new HashMap<>(known);
        facts.putAll(step.known());
        var pairs = facts.entrySet().stream()
                .flatMap(fact -> Stream.of(fact.getKey(), fact.getValue()))
                .toArray(String[]::new);
        try (var insert = log.prepareStatement(INSERT)) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, verb.contains(".") ? verb : "hotline.ticket." + verb);
            insert.setTimestamp(3, Timestamp.from(Instant.parse(at)));
            insert.setObject(4, id);
            insert.setLong(5, version);
            insert.setString(6, state);
            insert.setArray(7, log.createArrayOf("text", pairs));
            insert.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    private static String time(String at) {
        return Facts.none().with("at", Instant.parse(at)).known().get("at");
    }
}

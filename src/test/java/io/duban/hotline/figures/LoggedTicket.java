package io.duban.hotline.figures;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One ticket as its events tell it, taken in one after the other in plain Java: nothing of it comes from the queries of the figures. */
final class LoggedTicket {

    final List<Holding> holdings = new ArrayList<>();
    final Map<Integer, Said> said = new TreeMap<>();
    final List<Close> closes = new ArrayList<>();

    @Nullable
    Instant receivedAt;

    boolean repeats;
    boolean direct;
    boolean urged;
    boolean redone;
    boolean merged;

    @Nullable
    Instant suspendedAt;

    String state = "";

    @Nullable
    UUID unit;

    @Nullable
    UUID parent;

    @Nullable
    String exclusion;

    @Nullable
    Instant firstDispatch;

    /** A line of the log. */
    record Entry(
            UUID ticket,
            long version,
            String verb,
            Instant at,
            @Nullable String state,
            Map<String, String> facts) {

        @Nullable
        Instant time(String name) {
            return facts.containsKey(name) ? Instant.parse(facts.get(name)) : null;
        }

        @Nullable
        UUID id(String name) {
            return facts.containsKey(name) ? UUID.fromString(facts.get(name)) : null;
        }

        boolean tellsTheTicket() {
            return facts.containsKey("round");
        }
    }

    /** A unit has it. */
    static final class Holding {
        long version;
        int round;
        Instant at = Instant.EPOCH;

        @Nullable
        UUID unit;

        @Nullable
        Instant signDue;

        @Nullable
        Instant contactDue;

        @Nullable
        Instant signedAt;

        @Nullable
        Instant contactedAt;

        @Nullable
        Instant original;

        @Nullable
        Instant due;

        @Nullable
        Instant accepted;

        @Nullable
        Instant handedIn;

        @Nullable
        Instant suspendedAt;

        @Nullable
        Instant endedAt;

        @Nullable
        String ended;

        boolean asked;

        @Nullable
        Instant askedAt;

        boolean refused;
        boolean wasMerged;
        String state = "";
    }

    /** What was heard in a round. */
    static final class Said {
        Instant at = Instant.EPOCH;
        boolean later;

        @Nullable
        String outcome;

        @Nullable
        String resolved;

        @Nullable
        String satisfaction;

        @Nullable
        UUID unit;

        @Nullable
        UUID parent;
    }

    /** It was closed. */
    record Close(Instant at, @Nullable UUID unit, @Nullable Instant feedbackAt, boolean merged, boolean redone) {}

    void take(Entry entry) {
        if (receivedAt == null && entry.version() == 1 && entry.tellsTheTicket()) {
            receivedAt = entry.at();
            repeats = entry.facts().containsKey("reopenOf") || entry.facts().containsKey("repeats");
        }
        direct |= entry.verb().equals("answeredDirectly");
        urged |= entry.verb().equals("urged");
        redone |= entry.verb().equals("redo");
        if (entry.verb().equals("excluded")) {
            exclusion = entry.facts().getOrDefault("exclusion", "EXCLUDED");
        }
        if (entry.facts().containsKey("begun.HANDLE")) {
            begin(entry);
        }
        if (!holdings.isEmpty()) {
            hold(holdings.get(holdings.size() - 1), entry);
        }
        if (entry.tellsTheTicket()) {
            stand(entry);
        }
    }

    private void begin(Entry entry) {
        if (!holdings.isEmpty() && holdings.get(holdings.size() - 1).version == entry.version()) {
            holdings.remove(holdings.size() - 1);
        }
        var holding = new Holding();
        holding.version = entry.version();
        holding.round = Integer.parseInt(entry.facts().get("round"));
        holding.at = entry.at();
        holding.unit = entry.id("hostUnitId");
        holdings.add(holding);
        firstDispatch = firstDispatch == null ? entry.at() : firstDispatch;
    }

    private static void hold(Holding now, Entry entry) {
        now.signDue = or(entry.time("due.SIGN_FOR"), now.signDue);
        now.contactDue = or(entry.time("due.CONTACT"), now.contactDue);
        now.signedAt = or(now.signedAt, "SIGNED".equals(entry.state()) ? entry.time("met.SIGN_FOR") : null);
        now.contactedAt = or(now.contactedAt, "IN_PROGRESS".equals(entry.state()) ? entry.time("met.CONTACT") : null);
        now.original = or(entry.time("original.HANDLE"), now.original);
        now.due = or(entry.time("due.HANDLE"), now.due);
        if (entry.verb().equals("returnRequested")) {
            now.asked = true;
            now.askedAt = entry.at();
        }
        now.refused |= entry.verb().equals("returnRefused");
        if (entry.verb().equals("auditPassed") && now.accepted == null) {
            now.accepted = entry.time("feedbackAt");
        }
        if (entry.verb().equals("listedAsHard")) {
            now.suspendedAt = entry.at();
        }
        now.wasMerged |= "MERGED".equals(entry.state());
        if (entry.tellsTheTicket() && entry.state() != null) {
            now.state = entry.state();
            now.handedIn = entry.time("feedbackAt");
            var upstream = entry.state().equals("CLOSED") && entry.facts().containsKey("closedByUpstream");
            if (now.ended == null
                    && (upstream || List.of("WITHDRAWN", "TERMINATED").contains(entry.state()))) {
                now.ended = upstream ? "CLOSED_UPSTREAM" : entry.state();
                now.endedAt = entry.at();
            }
        }
    }

    private void stand(Entry entry) {
        state = String.valueOf(entry.state());
        unit = entry.id("hostUnitId");
        parent = entry.id("parentId");
        merged = state.equals("MERGED") || parent != null;
        if (entry.verb().equals("listedAsHard")) {
            suspendedAt = entry.at();
        }
        if (entry.facts().containsKey("callbackOutcome")) {
            hear(entry);
        }
        if (state.equals("CLOSED") && entry.at().equals(entry.time("closedAt"))) {
            closes.add(new Close(entry.at(), unit, entry.time("feedbackAt"), parent != null, redone));
        }
    }

    private void hear(Entry entry) {
        var heard = said.computeIfAbsent(Integer.parseInt(entry.facts().get("round")), round -> {
            var first = new Said();
            first.at = entry.at();
            return first;
        });
        var later = entry.verb().equals("evaluated");
        if (heard.later && !later) {
            return;
        }
        heard.later = later;
        heard.outcome = entry.facts().get("callbackOutcome");
        heard.resolved = entry.facts().get("resolved");
        heard.satisfaction = entry.facts().get("satisfaction");
        heard.unit = entry.id("hostUnitId");
        heard.parent = entry.id("parentId");
    }

    private static @Nullable Instant or(@Nullable Instant first, @Nullable Instant second) {
        return first == null ? second : first;
    }
}

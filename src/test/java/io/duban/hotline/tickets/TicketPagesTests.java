package io.duban.hotline.tickets;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.calendar.AlertLight;
import io.duban.platform.identity.Zone;
import io.duban.support.ServerTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;

/** Whichever way a page is read, it holds exactly what one look at all tickets would give, in the same order. */
@ServerTest
class TicketPagesTests {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MICROS);

    /** Far from every other test's tickets, and newer than they are. */
    private static final Instant FIRST = NOW.plus(4_000, ChronoUnit.DAYS);

    private static final int PAGE = 25;
    private static final UUID ONE_UNIT = UUID.randomUUID();
    private static final UUID OTHER_UNIT = UUID.randomUUID();
    private static final UUID PERSON = UUID.randomUUID();
    private static final Zone WHOLE = new Zone(true, Set.of(), Set.of());

    @Autowired
    TicketPages pages;

    @Autowired
    DatabaseClient database;

    private final List<Made> all = new ArrayList<>();

    private record Made(
            UUID id,
            HotlineTicketStatus status,
            Instant acceptedAt,
            Instant changedAt,
            @Nullable UUID host,
            Set<UUID> units,
            Set<UUID> persons,
            AlertLight light) {}

    @BeforeEach
    void tickets() {
        var random = new Random(7);
        for (int number = 0; number < 120; number++) {
            all.add(make(number, random));
        }
        all.sort(Comparator.comparing(Made::acceptedAt).thenComparing(Made::id).reversed());
    }

    /** They are the newest of all: other tests' lists begin with them. */
    @AfterEach
    void noTickets() {
        for (var table : List.of("hotline_ticket_reach", "hotline_ticket")) {
            database.sql("delete from " + table + " where accepted_at >= $1")
                    .bind(0, FIRST)
                    .then()
                    .block();
        }
    }

    @Test
    void everyWayGivesTheSamePages() {
        var zones = List.of(
                WHOLE,
                new Zone(false, Set.of(ONE_UNIT), Set.of()),
                new Zone(false, Set.of(ONE_UNIT, OTHER_UNIT), Set.of(PERSON)),
                new Zone(false, Set.of(), Set.of(PERSON)));
        var states = Arrays.<List<HotlineTicketStatus>>asList(
                null,
                List.of(HotlineTicketStatus.DISPATCHED),
                List.of(HotlineTicketStatus.DISPATCHED, HotlineTicketStatus.TERMINATED),
                List.of(HotlineTicketStatus.CLOSED, HotlineTicketStatus.SIGNED));
        for (var zone : zones) {
            for (var state : states) {
                for (var light : new AlertLight[] {null, AlertLight.RED, AlertLight.NONE}) {
                    for (var host : new UUID[] {null, OTHER_UNIT}) {
                        for (var since :
                                new Instant[] {null, NOW.minus(1, ChronoUnit.DAYS), NOW.minus(9, ChronoUnit.DAYS)}) {
                            assertThat(listed(zone, state, light, host, since))
                                    .as("%s %s %s %s %s", zone, state, light, host, since)
                                    .isEqualTo(expected(zone, state, light, host, since));
                        }
                    }
                }
            }
        }
    }

    @Test
    void theReachOfATicketFollowsItsUnits() {
        var ticket = all.get(0).id();
        database.sql("update hotline_ticket set unit_ids = array[$1], participant_ids = '{}' where id = $2")
                .bind(0, OTHER_UNIT)
                .bind(1, ticket)
                .then()
                .block();
        assertThat(database.sql("select reacher_id from hotline_ticket_reach where ticket_id = $1")
                        .bind(0, ticket)
                        .map(row -> row.get(0, UUID.class))
                        .all()
                        .collectList()
                        .block())
                .containsExactly(OTHER_UNIT);
    }

    private List<UUID> expected(
            Zone zone,
            @Nullable List<HotlineTicketStatus> state,
            @Nullable AlertLight light,
            @Nullable UUID host,
            @Nullable Instant since) {
        return all.stream()
                .filter(made -> zone.covers(made.units, made.persons))
                .filter(made -> state == null || state.contains(made.status))
                .filter(made -> light == null || light == made.light)
                .filter(made -> host == null || host.equals(made.host))
                .filter(made -> since == null || !made.changedAt.isBefore(since))
                .map(Made::id)
                .toList();
    }

    /** Some at a time, to the end of this test's tickets. */
    private List<UUID> listed(
            Zone zone,
            @Nullable List<HotlineTicketStatus> state,
            @Nullable AlertLight light,
            @Nullable UUID host,
            @Nullable Instant since) {
        var found = new ArrayList<UUID>();
        Predicate<TicketPages.Row> ours = row -> !row.acceptedAt().isBefore(FIRST);
        TicketPages.Row last = null;
        while (true) {
            var query = new TicketPages.Query(
                    state,
                    light,
                    host,
                    since,
                    last == null ? null : last.acceptedAt(),
                    last == null ? null : last.id(),
                    PAGE);
            var page = pages.list(query, zone, NOW).collectList().block();
            page.stream().filter(ours).map(TicketPages.Row::id).forEach(found::add);
            if (page.size() < PAGE || !ours.test(page.get(PAGE - 1))) {
                return found;
            }
            last = page.get(PAGE - 1);
        }
    }

    private Made make(int number, Random random) {
        var status = HotlineTicketStatus.values()[random.nextInt(HotlineTicketStatus.values().length)];
        var units = random.nextInt(3) == 0
                ? Set.of(ONE_UNIT, OTHER_UNIT)
                : Set.of(random.nextBoolean() ? ONE_UNIT : OTHER_UNIT);
        var persons = random.nextInt(4) == 0 ? Set.of(PERSON) : Set.<UUID>of();
        var overdue = random.nextBoolean();
        var made = new Made(
                UuidCreator.getTimeOrderedEpoch(),
                status,
                // Several came in at the same instant.
                FIRST.plusSeconds(number / 3),
                NOW.minus(random.nextInt(10), ChronoUnit.DAYS),
                null,
                units,
                persons,
                status.isUnlit()
                        ? AlertLight.NONE
                        : status == HotlineTicketStatus.SUSPENDED
                                ? AlertLight.GREY
                                : overdue ? AlertLight.RED : AlertLight.GREEN);
        insert(made, overdue);
        return made;
    }

    private void insert(Made made, boolean overdue) {
        database.sql("""
                        insert into hotline_ticket (id, version, status, ticket_number, channel, demand_type, category_code, title, words, received_at,
                            wants_callback, keep_secret, due_at, warn_at, accepted_at, changed_at, unit_ids, participant_ids)
                        values (:id, 1, :status, :number, 'APP', 'HELP', 'c', 't', 'w', :now, false, false, :due, :due, :accepted, :changed, :units, :persons)""")
                .bind("id", made.id)
                .bind("status", made.status.name())
                .bind("number", "P" + made.id)
                .bind("now", NOW)
                .bind("due", overdue ? NOW.minusSeconds(1) : NOW.plusSeconds(86_400))
                .bind("accepted", made.acceptedAt)
                .bind("changed", made.changedAt)
                .bind("units", made.units.toArray(UUID[]::new))
                .bind("persons", made.persons.toArray(UUID[]::new))
                .then()
                .block();
    }
}

package io.duban.hotline.board;

import static io.duban.support.DemoDistrict.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.duban.platform.events.Cursor;
import io.duban.platform.jobs.Job;
import io.duban.platform.persistence.Binds;
import io.duban.support.EventStream;
import io.duban.support.OneMatter;
import io.duban.support.Phone;
import io.duban.support.ServerTest;
import io.duban.support.TestTokens;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.r2dbc.core.DatabaseClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * The live board in a storm. The reference office took in 6,897 tickets in about seven months, 33 a day; a bad day is taken for three times that, 100,
 * and a storm for ten times a bad day within one hour: 1,000 tickets, each dispatched. Time is compressed: they come as fast as they are taken. The
 * default is a part of it; {@code -Dduban.storm.tickets=1000 -Dduban.storm.streams=60} is all of it.
 */
@ServerTest
class BoardStormTests {

    private static final int TICKETS = Integer.getInteger("duban.storm.tickets", 60);
    private static final int STREAMS = Integer.getInteger("duban.storm.streams", 12);
    private static final int AGENTS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = new JsonMapper();

    /** Who looks, and the unit whose tickets are all he sees of the urban and the housing bureau's; null for everything. */
    private static final List<UUID> WATCHERS =
            List.of(LEADER, DEPUTY, URBAN_LIAISON, HOUSING_LIAISON, DEPUTY_2, DISPATCHER);

    @LocalServerPort
    int port;

    @Autowired
    DatabaseClient database;

    @Autowired
    List<Job> jobs;

    private final List<Follower> followers = new ArrayList<>();

    @AfterEach
    void hangUp() {
        followers.forEach(follower -> follower.stream().close());
    }

    @Test
    void missesNoEventDoublesNoneAndEndsWithTheCountsOfTheDatabase() {
        var matter = OneMatter.at(port, "{\"address\":\"南湖区东湖路1号\"}");
        storm(i -> {
            // in the middle of it, so that each stream joins what is under way
            if (i % Math.max(1, TICKETS / 2 / STREAMS) == 0) {
                follow();
            }
            matter.dispatched(i % 2 == 0 ? URBAN_BUREAU : HOUSING_BUREAU);
        });
        everythingIsSaid();
        var end = "storm-" + UUID.randomUUID();
        lastWord(end);
        assertThat(followers).hasSizeGreaterThanOrEqualTo(STREAMS);
        followers.forEach(follower -> {
            var heard = follower.until(end);
            assertThat(heard).as(follower.person().toString()).isEqualTo(logged(follower, end));
            assertThat(heard).doesNotHaveDuplicates();
            var board = board(follower.person());
            assertThat(sum(board, "counts", "count"))
                    .as(follower.person().toString())
                    .isEqualTo(openFor(follower.person()));
        });
        assertThat(lastSaid(URBAN_BUREAU)).isEqualTo(said(URBAN_BUREAU));
        assertThat(lastSaid(null)).isEqualTo(said(null));
    }

    @Test
    void saysNothingWhenNothingChangedAndNothingTwiceInThePause() {
        var matter = OneMatter.at(port, "{\"address\":\"南湖区东湖路1号\"}");
        matter.dispatched(URBAN_BUREAU);
        everythingIsSaid();
        wasSaidJustNow();
        var before = snapshots();
        look();
        matter.dispatched(URBAN_BUREAU);
        look();
        assertThat(snapshots()).isEqualTo(before);
        everythingIsSaid();
        assertThat(snapshots()).isGreaterThan(before);
        var after = snapshots();
        mayBeSaidAgain();
        look();
        assertThat(snapshots()).isEqualTo(after);
    }

    @Test
    void aUnitsBoardIsForWhoeverSeesTheUnit() {
        var streams = List.of(LEADER, DEPUTY, URBAN_LIAISON, HOUSING_LIAISON).stream()
                .map(this::follower)
                .toList();
        var seen = openOfUrban(URBAN_LIAISON);
        // Some, where another test has a ticket of both units.
        var seenByOthers = openOfUrban(HOUSING_LIAISON);
        OneMatter.at(port, "{\"address\":\"南湖区东湖路1号\"}").dispatched(URBAN_BUREAU);
        everythingIsSaid();
        var end = "board-" + UUID.randomUUID();
        lastWord(end);
        var states = streams.stream().map(follower -> follower.boards(end)).toList();
        assertThat(states.get(0)).contains("DISTRICT");
        assertThat(states.get(1)).doesNotContain("DISTRICT");
        assertThat(states.get(2)).doesNotContain("DISTRICT").isSubsetOf("UNIT");
        assertThat(openOfUrban(URBAN_LIAISON)).isEqualTo(seen + 1);
        assertThat(openOfUrban(HOUSING_LIAISON)).isEqualTo(seenByOthers);
    }

    private long openOfUrban(UUID person) {
        return StreamSupport.stream(board(person).body().get("units").spliterator(), false)
                .filter(unit -> unit.get("unitId").asString().equals(URBAN_BUREAU.toString()))
                .mapToLong(unit -> unit.get("open").asLong())
                .sum();
    }

    /** A phone that fetched the board and follows from there. */
    private record Follower(UUID person, Cursor from, EventStream stream) {

        /** The ids of all it hears up to the last word. */
        List<String> until(String end) {
            return heard(end).stream().map(message -> member(message, "id")).toList();
        }

        List<String> boards(String end) {
            return heard(end).stream()
                    .filter(message -> message.event().endsWith("hotline.board.snapshot.v1"))
                    .map(message ->
                            JSON.readTree(message.data()).at("/data/state").asString())
                    .toList();
        }

        private List<EventStream.Message> heard(String end) {
            var heard = new ArrayList<EventStream.Message>();
            for (var message = stream.next(PATIENCE); !message.data().contains(end); message = stream.next(PATIENCE)) {
                assertThat(EventStream.isEnd(message)).isFalse();
                if (!message.event().startsWith("stream.")) {
                    heard.add(message);
                }
            }
            return heard;
        }

        private static String member(EventStream.Message message, String name) {
            return JSON.readTree(message.data()).get(name).asString();
        }
    }

    /** All at once, as many as there are agents. */
    private static void storm(IntConsumer ticket) {
        var agents = Executors.newFixedThreadPool(AGENTS);
        try {
            IntStream.range(0, TICKETS)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> ticket.accept(i), agents))
                    .toList()
                    .forEach(CompletableFuture::join);
        } finally {
            agents.shutdown();
        }
    }

    private void follow() {
        synchronized (followers) {
            if (followers.size() < STREAMS) {
                followers.add(follower(WATCHERS.get(followers.size() % WATCHERS.size())));
            }
        }
    }

    private Follower follower(UUID person) {
        var cursor = board(person).text("cursor");
        // each an app of its own, since one app of one person has three streams
        var token = TestTokens.of(person, "duban-phone-" + UUID.randomUUID(), Duration.ofMinutes(15));
        return new Follower(
                person,
                Cursor.parse(cursor).orElseThrow(),
                EventStream.open(port, "/v1/events?streams=hotline&since=" + cursor, token));
    }

    private Phone.Answer board(UUID person) {
        return Phone.of(port, person).get("/hotline-board").expect(200);
    }

    /** What the log has for this person after his cursor, up to the last word: by the same zone the lists are cut with. */
    private List<String> logged(Follower follower, String end) {
        return database.sql("""
                        select id::text from event_log
                        where (xid, position) > ($1::text::xid8, $2) and subject_type like 'hotline.%'
                          and (xid, position) < (select l.xid, l.position from event_log l where l.title = $5)
                          and ($3 or unit_ids && $4) and not is_recused($6, participant_ids)
                        order by xid, position""")
                .bind(0, Long.toString(follower.from().position().xid()))
                .bind(1, follower.from().position().number())
                .bind(2, seesAll(follower.person()))
                .bind(3, units(follower.person()))
                .bind(4, end)
                .bind(5, follower.person())
                .map(row -> row.get(0, String.class))
                .all()
                .collectList()
                .block();
    }

    /** Without the reports about him and his. */
    private long openFor(UUID person) {
        return database.sql("""
                        select count(*) from hotline_ticket
                        where status not in ('CLOSED', 'ARCHIVED', 'NOT_ACCEPTED', 'TRANSFERRED_EMERGENCY', 'TERMINATED', 'WITHDRAWN')
                          and ($1 or unit_ids && $2) and not is_recused($3, participant_ids)""")
                .bind(0, seesAll(person))
                .bind(1, units(person))
                .bind(2, person)
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }

    private static boolean seesAll(UUID person) {
        return person.equals(LEADER) || person.equals(DISPATCHER);
    }

    /** Of the units that have tickets here. */
    private static UUID[] units(UUID person) {
        if (person.equals(DEPUTY)) {
            return new UUID[] {URBAN_BUREAU, HOUSING_BUREAU};
        }
        return person.equals(URBAN_LIAISON)
                ? new UUID[] {URBAN_BUREAU}
                : person.equals(HOUSING_LIAISON) ? new UUID[] {HOUSING_BUREAU} : new UUID[0];
    }

    private static long sum(Phone.Answer board, String list, String member) {
        return StreamSupport.stream(board.body().get(list).spliterator(), false)
                .mapToLong(row -> row.get(member).asLong())
                .sum();
    }

    /** The words of the newest snapshot. */
    private String lastSaid(UUID unit) {
        return text("""
                select e.title from event_log e join hotline_board b on b.id = e.subject_id
                where e.type = 'hotline.board.snapshot' and b.unit_id is not distinct from $1
                order by position desc limit 1""", unit);
    }

    /** The words the database's counts would have. */
    private String said(UUID unit) {
        return text("""
                select '在办' || count(*) || '件,黄灯' || count(*) filter (where light = 'YELLOW') || '件,红灯'
                    || count(*) filter (where light = 'RED') || '件'
                from (select case when status in ('PENDING_CALLBACK', 'MERGED') or due_at is null then 'NONE'
                                  when status = 'SUSPENDED' then 'GREY'
                                  when coalesce(case when status = 'FEEDBACK_SUBMITTED' then feedback_at end, now()) > due_at then 'RED'
                                  when coalesce(case when status = 'FEEDBACK_SUBMITTED' then feedback_at end, now()) >= warn_at then 'YELLOW'
                                  else 'GREEN' end as light
                      from hotline_ticket
                      where status not in ('CLOSED', 'ARCHIVED', 'NOT_ACCEPTED', 'TRANSFERRED_EMERGENCY', 'TERMINATED', 'WITHDRAWN', 'MERGED')
                        and ($1::uuid is null or host_unit_id = $1)) t""", unit);
    }

    private String text(String sql, UUID unit) {
        return database.sql(sql)
                .bind(0, Binds.nullable(unit, UUID.class))
                .map(row -> row.get(0, String.class))
                .one()
                .block();
    }

    private long snapshots() {
        return database.sql("select count(*) from event_log where type = 'hotline.board.snapshot'")
                .map(row -> row.get(0, Long.class))
                .one()
                .block();
    }

    /** By this test or by the product, which looks as well; and what is written at the same moment is looked at a little later. */
    private void everythingIsSaid() {
        await().untilAsserted(() -> {
            mayBeSaidAgain();
            look();
            assertThat(lastSaid(URBAN_BUREAU)).isEqualTo(said(URBAN_BUREAU));
            assertThat(lastSaid(null)).isEqualTo(said(null));
        });
    }

    /** The pause begins, for whoever is looking already too. */
    private void wasSaidJustNow() {
        database.sql("update hotline_board set taken_at = now(), version = version + 1")
                .then()
                .block();
    }

    /** The pause is over: the boards were last said a minute ago. */
    private void mayBeSaidAgain() {
        database.sql("update hotline_board set taken_at = now() - interval '1 minute'")
                .then()
                .block();
    }

    /** An event for all of them, so that each knows where to stop. */
    private void lastWord(String title) {
        database.sql("""
                        insert into event_log (id, type, occurred_at, subject_type, subject_id, subject_version, title, priority, permission, unit_ids,
                            state, light)
                        values (gen_random_uuid(), 'hotline.ticket.received', now(), 'hotline.ticket', gen_random_uuid(), 1, $1, 'INFO', 'ticket:list',
                            (select array_agg(id) from organization), 'RECEIVED', 'NONE')""").bind(0, title).then().block();
    }

    private void look() {
        jobs.stream()
                .filter(job -> job.name().equals("the snapshots of the board"))
                .findFirst()
                .orElseThrow()
                .work()
                .get()
                .block();
    }
}

package io.duban.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.audit.AuditVerification.Chain;
import io.duban.platform.audit.ChainBreak.Finding;
import io.duban.platform.persistence.DatabaseGauges;
import io.duban.support.TestDatabase;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.r2dbc.core.DatabaseClient;

/** The audit trail is verified piece by piece, so that asking for it costs the same however long it is. */
class AuditWalkTests {

    private static final int CHAIN = 3;
    private static final int ROWS = 5_000;
    private static final String SECRET = "the secret that all instances share";

    private final TestDatabase database = TestDatabase.create();
    private final WrittenChain chain = new WrittenChain(database, CHAIN).add(ROWS);

    @Test
    void whatTheNightVerifiedNobodyWaitsForAgain() {
        assertThat(asked().pendingRows()).isEqualTo(ROWS - AuditWalk.PIECE);
        assertThat(asked().walkedAt()).isNull();

        night(0);

        assertThat(asked()).matches(Chain::intact).satisfies(sound -> {
            assertThat(sound.rows()).isEqualTo(ROWS);
            assertThat(sound.verifiedSeq()).isEqualTo(ROWS);
            assertThat(sound.pendingRows()).isZero();
            assertThat(sound.walkedAt()).isNotNull();
        });
        assertThat(night(0)).as("pieces of the same night").isZero();
    }

    @Test
    void byDayOnlyMuchIsVerified() {
        new WrittenChain(database, 4).add(500);
        assertThat(instance(0).walk().run(false, 100).block()).isEqualTo(3);
        assertThat(asked().verifiedSeq()).isEqualTo(ROWS);
        assertThat(asked().walkedAt()).isNull();
    }

    @Test
    void aWalkThatIsCutOffGoesOnWhereItWas() {
        int turns = 0;
        while (instance(0).walk().run(true, 1).block() > 0) {
            turns++;
        }
        assertThat(turns).isGreaterThan(2 * ROWS / AuditWalk.PIECE);
        assertThat(asked().walkedAt()).isNotNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "update audit_row set action = 'other' where chain = $1 and seq = 100; 100; ROW_CHANGED",
                "update audit_row set content = replace(content, 'done', 'left'), action = 'left' where chain = $1 and seq = 4000; 4000; ROW_CHANGED",
                "delete from audit_row where chain = $1 and seq = 2500; 2501; ROW_MISSING",
                "delete from audit_row where chain = $1 and seq = 2000; 2001; ROW_MISSING",
                "delete from audit_row where chain = $1 and seq <= 3; 4; ROW_MISSING",
                "insert into audit_row select (jsonb_populate_record(r, jsonb_build_object('recorded_at', clock_timestamp()))).* from audit_row r where chain = $1 and seq = 2000; 2000; ROW_MISSING",
                "insert into audit_row select (jsonb_populate_record(r, jsonb_build_object('recorded_at', clock_timestamp()))).* from audit_row r where chain = $1 and seq = 3000; 3000; ROW_MISSING",
            })
    void anOldRowThatIsTamperedWithIsFoundByTheNextNight(String tampering, long seq, Finding finding) {
        night(0);
        chain.tamper(tampering);
        assertThat(asked().intact()).as("nobody has looked yet").isTrue();

        night(1);

        assertThat(asked().firstBroken()).isEqualTo(new ChainBreak(CHAIN, seq, finding));
        night(2);
        assertThat(asked().firstBroken()).as("it stays").isEqualTo(new ChainBreak(CHAIN, seq, finding));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "update audit_row set action = 'other' where chain = $1 and seq = 5005; 5005; ROW_CHANGED",
                "delete from audit_row where chain = $1 and seq = 5005; 5006; ROW_MISSING",
                "delete from audit_row where chain = $1 and seq = 5010; 5010; HEAD_DIFFERS",
                "update audit_row set hash = sha256('x') where chain = $1 and seq = 5000; 5000; VERIFIED_ROW_GONE",
                "delete from audit_row where chain = $1 and seq >= 5000; 5000; VERIFIED_ROW_GONE",
            })
    void aNewRowThatIsTamperedWithIsFoundAtOnce(String tampering, long seq, Finding finding) {
        night(0);
        chain.add(10);
        assertThat(asked().intact()).isTrue();
        chain.tamper(tampering);
        assertThat(asked().firstBroken()).isEqualTo(new ChainBreak(CHAIN, seq, finding));
    }

    @Test
    void aTailThatIsCutOffTogetherWithItsHeadIsFoundAtOnce() {
        night(0);
        chain.tamper("delete from audit_row where chain = $1 and seq > 4990");
        database.execute("""
                update audit_chain c set length = r.seq, head = r.hash, prev_head = r.prev_hash
                from audit_row r where r.chain = c.chain and c.chain = %d and r.seq = 4990""".formatted(CHAIN));
        var gone = new ChainBreak(CHAIN, 4991, Finding.VERIFIED_ROW_GONE);
        assertThat(asked().firstBroken()).isEqualTo(gone);

        night(1);
        chain.add(100);
        night(2);
        night(3);

        assertThat(asked().firstBroken())
                .as("the rows that are there are sound in themselves")
                .isEqualTo(gone);
    }

    @Test
    void aRowBeforeTheFirstIsFound() {
        chain.tamper("alter table audit_row drop constraint audit_row_place");
        chain.tamper(
                "insert into audit_row select (jsonb_populate_record(r, '{\"seq\":-1}')).* from audit_row r where chain = $1 and seq = 1");
        assertThat(asked().firstBroken()).isEqualTo(new ChainBreak(CHAIN, 1, Finding.ROW_MISSING));
    }

    /** Whoever takes the chain's head takes the chain out of what the database can list. */
    @Test
    void aChainWhoseHeadIsTakenAwayIsFoundAtOnce() {
        chain.tamper("delete from audit_chain where chain = $1");
        assertThat(asked().firstBroken()).isEqualTo(new ChainBreak(CHAIN, 1, Finding.HEAD_DIFFERS));
        night(0);
        night(1);
        assertThat(asked().intact()).isFalse();
    }

    @Test
    void aVerifiedChainThatIsEmptiedIsFoundAtOnce() {
        night(0);
        chain.tamper("delete from audit_row where chain = $1");
        chain.tamper("delete from audit_chain where chain = $1");
        assertThat(asked().firstBroken()).isEqualTo(new ChainBreak(CHAIN, 1, Finding.VERIFIED_ROW_GONE));
    }

    @Test
    void aClockThatWasAYearAheadStopsNoWalk() {
        night(365);
        assertThat(night(0)).as("begun in a year, walked anew").isPositive();
        assertThat(asked().walkedAt()).isBefore(Instant.now().plusSeconds(60));

        instance(730).walk().run(true, 4).block();
        night(1); // to the end of what was begun in two years
        night(1); // and anew
        assertThat(night(1)).as("over").isZero();
    }

    @Test
    void aRememberedBookmarkThatIsMovedIsFoundAtOnceAndEverythingIsVerifiedAnew() {
        instance(0).walk().run(true, 1).block();
        chain.tamper("update audit_row set action = 'other' where chain = $1 and seq = 3000");
        chain.tamper("""
                update audit_bookmark p set seq = r.seq, hash = r.hash from audit_row r
                where p.chain = $1 and r.chain = $1 and r.seq = 4000 and p.walk = 'ADDED'""");
        assertThat(asked().firstBroken()).isEqualTo(new ChainBreak(CHAIN, 4000, Finding.BOOKMARK_CHANGED));
        assertThat(asked().verifiedSeq()).as("it is not believed").isZero();

        night(0);

        assertThat(asked().firstBroken()).isEqualTo(new ChainBreak(CHAIN, 3000, Finding.ROW_CHANGED));
        assertThat(asked().verifiedSeq()).isEqualTo(ROWS);
        chain.tamper("update audit_row set action = 'done' where chain = $1 and seq = 3000");
        night(1);
        assertThat(asked().firstBroken())
                .as("no row mends a bookmark")
                .isEqualTo(new ChainBreak(CHAIN, 4000, Finding.BOOKMARK_CHANGED));
    }

    @Test
    void aBookmarkOfAnotherSecretIsNoBookmarkAndNoAlarm() {
        night(0);
        var other = new Instance(database, "a new secret", 0).asked();
        assertThat(other.intact()).isTrue();
        assertThat(other.verifiedSeq()).isZero();
        assertThat(other.pendingRows()).isEqualTo(ROWS - AuditWalk.PIECE);
    }

    @Test
    void whatIsMendedIsSoundAfterTheNextWalk() {
        chain.tamper("update audit_row set action = 'other' where chain = $1 and seq = 4000");
        night(0);
        chain.tamper("update audit_row set action = 'done' where chain = $1 and seq = 4000");
        assertThat(asked().intact()).isFalse();
        night(1);
        assertThat(asked().intact()).isTrue();
    }

    @Test
    void theWalksBeginBehindWhatHasLeft() {
        instance(0).walk().run(true, 1).block();
        chain.tamper(
                "insert into detached_partition (name, log, until, row_count) values ('gone', 'audit_row', now(), 3000)");
        chain.tamper(
                "insert into audit_anchor select chain, seq, hash, 'gone' from audit_row where chain = $1 and seq = 3000");
        chain.tamper("delete from audit_row where chain = $1 and seq <= 3000");
        night(0);
        assertThat(asked()).matches(Chain::intact);
        assertThat(asked().verifiedSeq()).isEqualTo(ROWS);

        chain.tamper("update audit_anchor set hash = sha256('x') where chain = $1");
        night(1);
        assertThat(asked().firstBroken()).isEqualTo(new ChainBreak(CHAIN, 3001, Finding.ROW_MISSING));
    }

    @Test
    void aBrokenChainIsAnAlarmOnEveryInstance() {
        var meters = new SimpleMeterRegistry();
        var gauges =
                new DatabaseGauges(DatabaseClient.create(database.connections()).sql(AuditWalkConfiguration.STATE));
        gauges.register(meters, "broken", Tags.empty(), "broken");
        gauges.register(meters, "walked", Tags.empty(), "walked");
        gauges.read().block();
        assertThat(meters.get("broken").gauge().value()).isZero();
        assertThat(meters.get("walked").gauge().value()).as("never").isNaN();

        chain.tamper("delete from audit_row where chain = $1 and seq = 4000");
        night(0);
        gauges.read().block();
        assertThat(meters.get("broken").gauge().value()).isOne();
        assertThat(meters.get("walked").gauge().value()).isNotNaN();
    }

    private Chain asked() {
        return instance(0).asked();
    }

    private int night(int nights) {
        return instance(nights).walk().run(true, 1_000).block();
    }

    private Instance instance(int daysLater) {
        return new Instance(database, SECRET, daysLater);
    }

    /** One of several that look at the same database. */
    private record Instance(AuditWalk walk, AuditVerification verification) {

        Instance(TestDatabase database, String secret, int daysLater) {
            this(
                    DatabaseClient.create(database.connections()),
                    secret,
                    Clock.offset(Clock.systemUTC(), Duration.ofDays(daysLater)));
        }

        private Instance(DatabaseClient client, String secret, Clock clock) {
            this(new AuditBookmarks(client, new BookmarkSeal(secret), clock), new ChainBreaks(client));
        }

        private Instance(AuditBookmarks bookmarks, ChainBreaks breaks) {
            this(new AuditWalk(bookmarks, breaks, new NightHours(1, 5)), new AuditVerification(bookmarks, breaks));
        }

        Chain asked() {
            return verification.now().block().chains().get(CHAIN);
        }
    }
}

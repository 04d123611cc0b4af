package io.duban.instances;

import static io.duban.support.DemoDistrict.HOUSING_BUREAU;
import static io.duban.support.DemoDistrict.HOUSING_DEPUTY;
import static io.duban.support.DemoDistrict.PARTNER;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.integration.Receiver;
import io.duban.support.LoggedEvents;
import io.duban.support.Phone;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The leading one of two instances is killed with -9 while it says reminders, calls partners back and serves commands. How long the other took to lead is
 * told and not judged: the promise is a beat of a second, and the machine may be slow. {@code -Dduban.instances.kills=5} does it so many times.
 */
class KilledLeaderTests {

    private static final int KILLS = Integer.getInteger("duban.instances.kills", 1);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int CLOCKS = 300;

    /** Attempts at one endpoint at the same time: so many may be between sending and marking when their sender dies. */
    private static final int UNDER_WAY = 4;

    /** One clock after another falls due, 20 ms apart. */
    private static final String CLOCKS_FALL_DUE = """
            with subject as (select gen_random_uuid() as id, now() + n * interval '20 milliseconds' as due from generate_series(1, %2$d) n),
            begun as (
                insert into event_log (id, type, occurred_at, subject_type, subject_id, subject_version, title, priority, permission, state, light)
                select gen_random_uuid(), 'supervision.matter.begun', now(), 'supervision.matter', id, 1, '%1$s', 'INFO', 'supervision:read',
                    'ISSUED', 'GREEN' from subject)
            insert into deadline (id, subject_type, subject_id, step, rule_id, rule_version, calendar_version, trigger_at, original_due_at,
                current_due_at, warn_at, provisional, escalation_action, escalation_roles, escalation_units, second_persons, second_roles, second_units)
            select gen_random_uuid(), 'supervision.matter', id, 'CHECK', 'SUP_SIGN_URGENT', 1, '2026.1', due - interval '30 days', due, due,
                due - interval '10 minutes', false, 'URGE_CHECK', array['UNIT_DEPUTY'], array['%3$s'::uuid], '{}'::uuid[], array['UNIT_HEAD'],
                array['%3$s'::uuid] from subject""";

    @TempDir
    Path home;

    private TwoInstances instances;

    @Test
    void nothingIsLostOrSaidTwiceWhenTheLeaderIsKilled() throws Exception {
        try (var receiver = new Receiver();
                var two = new TwoInstances(
                        home,
                        "--duban.quiet-hours=none",
                        "--duban.clocks.sweep-every=100ms",
                        "--duban.webhooks.key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
                        "--duban.webhooks.allowed-networks=127.0.0.0/8",
                        "--duban.webhooks.look-every=100ms",
                        "--duban.webhooks.patience=2s",
                        "--duban.webhooks.lease=4s")) {
            instances = two;
            register(receiver);
            for (int kill = 1; kill <= KILLS; kill++) {
                if (kill > 1) {
                    instances.first().killAndStart();
                    instances.letFirstLead();
                }
                killUnderLoad("round " + kill, receiver);
            }
        }
    }

    private void killUnderLoad(String round, Receiver receiver) throws SQLException {
        assertThat(instances.secondLeads()).as("the one to be killed leads").isFalse();
        var before = number("select count(*) from hotline_ticket");
        var messages = new ArrayList<String>();
        var callers = instances.loseNothingDuring(true, () -> {
            messages.addAll(happen(round + " before", 40));
            clocksFallDue(round);
            Awaitility.await().atMost(PATIENCE).until(() -> said(round) > 0);
            // However slow the machine is, the leader has work before it when it is killed.
            clocksFallDue(round);
            var killed = System.nanoTime();
            instances.first().signal("KILL");
            assertThat(exitCode()).as("of SIGKILL").isEqualTo(137);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(10))
                    .until(instances::secondLeads);
            System.out.printf("followed after %d ms%n", (System.nanoTime() - killed) / 1_000_000);
            messages.addAll(happen(round + " after", 40));
        });

        // Each acknowledged command is there once, and nothing beside them: what was sent again was the same.
        assertThat(new HashSet<>(callers.acknowledged())).hasSize(callers.accepted());
        assertThat(number("select count(*) from hotline_ticket") - before).isEqualTo(callers.accepted());
        assertThat(number("select count(*) from hotline_ticket where id in ('%s')"
                        .formatted(String.join("','", callers.acknowledged()))))
                .isEqualTo(callers.accepted());

        // Each clock has called once.
        Awaitility.await().atMost(PATIENCE).until(() -> said(round) >= CLOCKS);
        SeveralInstancesTests.pause(500);
        assertThat(said(round)).isEqualTo(CLOCKS);
        assertThat(number(
                        "select count(distinct subject_id) from event_log where title = '%s' and type = 'supervision.matter.checkOverdue'"
                                .formatted(round)))
                .isEqualTo(CLOCKS);
        assertThat(number("select count(*) from todo where title = '%s' and person_id = '%s'"
                        .formatted(round, HOUSING_DEPUTY)))
                .isEqualTo(CLOCKS);

        // Each message has come; those that were under way perhaps again, under their own id.
        Awaitility.await().atMost(PATIENCE).until(() -> received(receiver).containsAll(messages));
        var ids = received(receiver).stream().filter(messages::contains).toList();
        assertThat(ids.size() - messages.size()).isBetween(0, UNDER_WAY);
        System.out.printf(
                "%d commands sent again, %d messages twice%n", callers.sentAgain(), ids.size() - messages.size());
    }

    private void clocksFallDue(String round) {
        instances.database().execute(CLOCKS_FALL_DUE.formatted(round, CLOCKS / 2, HOUSING_BUREAU));
    }

    private int exitCode() {
        try {
            return instances.first().exitCode(PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void register(Receiver receiver) {
        var phone = Phone.of(instances.ports().get(0), PARTNER);
        var endpoint = phone.post(
                        "/webhook-endpoints",
                        "{\"url\":\"%s\",\"eventTypes\":[\"supervision.matter.*\"]}".formatted(receiver.url("/ok")))
                .expect(201)
                .id();
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> phone.get("/webhook-endpoints/" + endpoint)
                        .text("status")
                        .equals("ACTIVE"));
    }

    /** Something happens to matters of the partner's; the ids of the events. */
    private List<String> happen(String title, int times) {
        var titles = new ArrayList<String>();
        for (int i = 0; i < times; i++) {
            titles.add(title + " " + i);
            LoggedEvents.supervision(title + " " + i).to(PARTNER).write(instances.database());
        }
        return texts("select id::text from event_log where title in ('%s')".formatted(String.join("','", titles)));
    }

    private static List<String> received(Receiver receiver) {
        return receiver.at("/ok").stream().map(Receiver.Received::id).toList();
    }

    private long said(String title) {
        return number("select count(*) from event_log where title = '%s' and type = 'supervision.matter.checkOverdue'"
                .formatted(title));
    }

    private long number(String sql) {
        return Long.parseLong(texts(sql).get(0));
    }

    private List<String> texts(String sql) {
        try (var connection = instances.database().connect();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            var texts = new ArrayList<String>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        } catch (SQLException fault) {
            throw new IllegalStateException(sql, fault);
        }
    }
}

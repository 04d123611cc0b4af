package io.duban.journey;

import io.duban.journey.EventParser.Message;
import io.duban.journey.Ledger.Balance;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The leader's board: every event of the hotline, supervision and documents goes from the stream into the ledger. */
final class Board implements AutoCloseable {

    private static final Pattern TYPE = Pattern.compile("cn\\.gov\\.[^.]+\\.(.+)\\.v[0-9]+");
    private static final Duration LOOK = Duration.ofMillis(100);

    // What comes twice comes a little later.
    private static final Duration AFTERWARDS = Duration.ofSeconds(2);
    private static final int EVENTS_PER_TICKET = 3;

    private final JsonMapper json = JsonMapper.shared();
    private final Options options;
    private final Ledger ledger;
    private final BoardWatch watch;

    Board(Options options, Ledger ledger, Bearer leader, int tickets) {
        this.options = options;
        this.ledger = ledger;
        this.watch = new BoardWatch(
                URI.create(options.address(Option.URL) + "/v1/events?streams=hotline,supervision,documents"),
                leader,
                StreamDrops.spread(options.number(Option.DROPS), tickets * EVENTS_PER_TICKET),
                this::enter);
    }

    void open() {
        watch.start();
    }

    StreamLife life() {
        return watch.life();
    }

    /** Waits for what is still on its way; what has not come then is lost. */
    void settle(Findings findings) {
        long end = System.nanoTime()
                + Duration.ofSeconds(options.number(Option.PATIENCE)).toNanos();
        while (ledger.balance().lost() > 0 && System.nanoTime() < end) {
            sleep(LOOK);
        }
        sleep(AFTERWARDS);
        Balance balance = ledger.balance();
        failUnlessNone(findings, balance.lost(), "acknowledged commands never came on the stream");
        failUnlessNone(findings, balance.doubled(), "events came more than once");
        failUnlessNone(findings, ledger.outOfOrder(), "events came after a later one of the same subject");
        failUnlessNone(findings, watch.life().resets(), "times the stream could not be resumed and was reset");
    }

    @Override
    public void close() {
        watch.close();
    }

    private void enter(Message message) {
        JsonNode event = json.readTree(message.data());
        Matcher type = TYPE.matcher(message.event());
        ledger.received(
                event.path("id").asString(),
                type.matches() ? type.group(1) : message.event(),
                event.path("data").path("subjectId").asString(),
                event.path("data").path("version").asLong());
    }

    private static void failUnlessNone(Findings findings, int number, String what) {
        if (number > 0) {
            findings.fail(number + " " + what);
        }
    }

    private static void sleep(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}

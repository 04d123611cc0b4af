package io.duban.platform.realtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.events.LogPosition;
import io.duban.platform.events.LoggedEvent;
import io.duban.platform.events.Priority;
import io.duban.support.ServerTest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** What is written by hand for the stream is, byte for byte, what the contract's own type becomes by the product's mapper. */
@ServerTest
class EnvelopesTests {

    private static final String EPOCH = "e1";
    private static final int EVENTS = 20_000;
    private static final int LONG = 70_000;

    /** Where one would go wrong: escapes, control characters, ends of the ranges of UTF-8, halves of pairs, what ends a line elsewhere, Chinese. */
    private static final int[] ODD = {
        '"', '\\', '/', '\b', '\t', '\n', '\f', '\r', 0, 1, 0x0B, 0x1F, ' ', '<', '\'', 0x7F, 0x80, 0x85, 0xA0, 0x7FF,
        0x800, 0x2028, 0x2029, 0xD7FF, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xE000, 0xFEFF, 0xFFFD, 0xFFFF, 0x10000, 0x1F600,
        0x10FFFF, '督', '办', 'a', '0'
    };

    /** The summer times of China, its time of before 1901, ends of years, and years that have not four digits. */
    private static final List<Instant> ODD_TIMES = Stream.of(
                    "1970-01-01T00:00:00Z",
                    "1949-10-01T07:00:00.1Z",
                    "1900-12-31T15:54:16.999Z",
                    "1986-05-03T18:00:00Z",
                    "1991-09-14T16:59:59.999999Z",
                    "2026-12-31T15:59:59.999999999Z",
                    "2026-12-31T16:00:00Z",
                    "0000-06-01T00:00:00Z",
                    "-0044-03-15T12:00:00.05Z",
                    "+10000-01-01T00:00:00Z")
            .map(Instant::parse)
            .toList();

    @Autowired
    Envelopes envelopes;

    @Autowired
    JsonMapper json;

    @Test
    void writesEveryEventAsTheMapperWould() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < EVENTS; i++) {
            var event = event(random, text(random, random.nextInt(40)));
            assertThat(written(event)).as("of seed %d, event %d", seed, i).isEqualTo(mapped(event));
        }
    }

    @Test
    void writesWhatIsLongerThanASheet() {
        var event = event(new Random(1), "督".repeat(LONG));

        assertThat(written(event)).isEqualTo(mapped(event));
    }

    /** Frames lie side by side: one that reached into its neighbour's place would spoil it. */
    @Test
    void leavesTheFramesBeforeAsTheyWere() {
        var random = new Random(2);
        var events = IntStream.range(0, 500)
                .mapToObj(i -> event(random, text(random, i)))
                .toList();
        var frames =
                events.stream().map(event -> envelopes.toFrame(event, EPOCH)).toList();

        for (int i = 0; i < events.size(); i++) {
            assertThat(frames.get(i).content().toString(StandardCharsets.UTF_8)).isEqualTo(mapped(events.get(i)));
            assertThat(frames.get(i).chunk().toString(StandardCharsets.UTF_8))
                    .isEqualTo(chunked(mapped(events.get(i))));
        }
    }

    private String written(LoggedEvent event) {
        return envelopes.toFrame(event, EPOCH).content().toString(StandardCharsets.UTF_8);
    }

    private String mapped(LoggedEvent event) {
        var envelope = envelopes.toContract(event, EPOCH);
        var text = "id: %s\nevent: %s\ndata: %s\n\n"
                .formatted(envelope.getSequence(), envelope.getType(), json.writeValueAsString(envelope));
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String chunked(String text) {
        return "%x\r\n%s\r\n".formatted(text.getBytes(StandardCharsets.UTF_8).length, text);
    }

    private static LoggedEvent event(Random random, String title) {
        var at = time(random);
        return new LoggedEvent(
                new LogPosition(random.nextLong() >>> 1, random.nextInt(1_000_000)),
                id(random),
                "hotline.ticket.dispatched",
                at,
                at,
                "hotline.ticket",
                id(random),
                random.nextLong(),
                title,
                one(random, Priority.values()),
                text(random, random.nextInt(3)),
                "ticket:list",
                IntStream.range(0, random.nextInt(4)).mapToObj(i -> id(random)).toList(),
                List.of(id(random)),
                List.of(id(random)),
                random.nextBoolean() ? time(random) : null,
                one(random, AlertLight.values()),
                random.nextBoolean() ? id(random) : null);
    }

    private static String text(Random random, int length) {
        var text = new StringBuilder();
        random.ints(length, 0, ODD.length)
                .forEach(i ->
                        text.append(ODD[i] < 0x10000 ? String.valueOf((char) ODD[i]) : Character.toString(ODD[i])));
        return text.toString();
    }

    private static UUID id(Random random) {
        return new UUID(random.nextLong(), random.nextLong());
    }

    private static Instant time(Random random) {
        return random.nextInt(4) == 0
                ? ODD_TIMES.get(random.nextInt(ODD_TIMES.size()))
                : Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
    }

    private static <T> T one(Random random, T[] all) {
        return all[random.nextInt(all.length)];
    }
}

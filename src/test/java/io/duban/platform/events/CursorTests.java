package io.duban.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTests {

    @Test
    void readsWhatItWrites() {
        var cursor = new Cursor("a1b2c3d4", new LogPosition(901, 17));

        assertThat(Cursor.parse(cursor.toString())).contains(cursor);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "a1.2",
                "a1.2.3.4",
                "a1.-2.3",
                "a1.2.3 ",
                "a1.99999999999999999999.1",
                "a'1.2.3",
                "..",
                "a1.２.3"
            })
    void refusesWhatIsNone(String garbage) {
        assertThat(Cursor.parse(garbage)).isEmpty();
    }

    @Test
    void ordersByTransactionBeforeNumber() {
        assertThat(new LogPosition(2, 1)).isGreaterThan(new LogPosition(1, 9));
        assertThat(new LogPosition(2, 1).isAfter(new LogPosition(1, 9))).isTrue();
        assertThat(new LogPosition(2, 1).isAfter(new LogPosition(2, 1))).isFalse();
    }
}

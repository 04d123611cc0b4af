package io.duban.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class KeysTests {

    @Test
    void areOfVersion5() {
        UUID key = Keys.of(Kind.ACCEPT, "/x", null, "{}".getBytes(UTF_8));

        assertThat(key.version()).isEqualTo(5);
        assertThat(key.variant()).isEqualTo(2);
    }

    @Test
    void areTheSameForTheSameWhateverTheOrderOfItsMembers() {
        Map<String, Object> one = new LinkedHashMap<>();
        one.put("b", Map.of("x", 1, "y", 2));
        one.put("a", 1);
        Map<String, Object> other = new HashMap<>();
        other.put("a", 1);
        other.put("b", Map.of("y", 2, "x", 1));

        assertThat(key(one)).isEqualTo(key(other));
    }

    @Test
    void differByContentAndVersionSeen() {
        assertThat(key(Map.of("a", 1))).isNotEqualTo(key(Map.of("a", 2)));
        assertThat(Keys.of(Kind.AUDIT, "/x", "\"1\"", new byte[0]))
                .isNotEqualTo(Keys.of(Kind.AUDIT, "/x", "\"2\"", new byte[0]));
    }

    private static UUID key(Map<String, Object> body) {
        Bearer nobody = new Bearer(new Bearer.Tokens("", null, Instant.MAX), old -> old);
        return Order.of(Kind.ACCEPT, Order.About.named("x"), nobody, "/x", null, body)
                .key();
    }
}

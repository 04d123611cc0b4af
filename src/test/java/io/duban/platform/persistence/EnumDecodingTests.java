package io.duban.platform.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.postgresql.message.Format;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EnumDecodingTests {

    private static final int TEXT = PostgresqlObjectId.TEXT.getObjectId();

    private final EnumDecoding decoding = new EnumDecoding();

    private enum Light {
        RED,
        GREEN
    }

    @Test
    void readsATextAsTheConstantItNames() {
        assertThat(decoding.canDecode(TEXT, Format.FORMAT_TEXT, Light.class)).isTrue();
        assertThat(decode("GREEN")).isEqualTo(Light.GREEN);
    }

    @Test
    void leavesEverythingElseToTheDriver() {
        assertThat(decoding.canDecode(TEXT, Format.FORMAT_TEXT, String.class)).isFalse();
        assertThat(decoding.canDecode(PostgresqlObjectId.INT8.getObjectId(), Format.FORMAT_TEXT, Light.class))
                .isFalse();
        assertThat(decoding.canEncode(Light.RED)).isFalse();
        assertThat(decoding.canEncodeNull(Light.class)).isFalse();
    }

    @Test
    void doesNotGuessAConstantThatIsNone() {
        assertThatThrownBy(() -> decode("BLUE")).isInstanceOf(IllegalArgumentException.class);
    }

    private Enum<?> decode(String name) {
        ByteBuf buffer = Unpooled.copiedBuffer(name, StandardCharsets.UTF_8);
        return decoding.decode(buffer, TEXT, Format.FORMAT_TEXT, Light.class);
    }
}

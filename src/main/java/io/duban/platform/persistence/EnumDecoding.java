package io.duban.platform.persistence;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.client.EncodedParameter;
import io.r2dbc.postgresql.codec.Codec;
import io.r2dbc.postgresql.codec.CodecRegistry;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.postgresql.extension.CodecRegistrar;
import io.r2dbc.postgresql.message.Format;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Reads texts as the constants they name. Without it the driver says no by an exception for each value of each row, and the row is read a second way: a
 * quarter of what a list of fifty cost.
 */
final class EnumDecoding implements Codec<Enum<?>>, CodecRegistrar {

    private static final Set<Integer> TEXTS =
            Set.of(PostgresqlObjectId.TEXT.getObjectId(), PostgresqlObjectId.VARCHAR.getObjectId());

    @Override
    public Publisher<Void> register(
            PostgresqlConnection connection, ByteBufAllocator allocator, CodecRegistry registry) {
        registry.addFirst(this);
        return Mono.empty();
    }

    @Override
    public boolean canDecode(int dataType, Format format, Class<?> type) {
        return type.isEnum() && TEXTS.contains(dataType);
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Enum<?> decode(ByteBuf buffer, int dataType, Format format, Class<? extends Enum<?>> type) {
        return Enum.valueOf((Class<? extends Enum>) type, buffer.toString(StandardCharsets.UTF_8));
    }

    @Override
    public boolean canEncode(Object value) {
        return false;
    }

    @Override
    public boolean canEncodeNull(Class<?> type) {
        return false;
    }

    @Override
    public EncodedParameter encode(Object value) {
        throw new UnsupportedOperationException("constants are written as their names");
    }

    @Override
    public EncodedParameter encode(Object value, int dataType) {
        return encode(value);
    }

    @Override
    public EncodedParameter encodeNull() {
        throw new UnsupportedOperationException("constants are written as their names");
    }
}

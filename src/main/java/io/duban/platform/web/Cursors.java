package io.duban.platform.web;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/**
 * Opaque page cursors: the keyset position of the last item, sealed with HMAC-SHA-256 to the query and the person it was made for, good
 * for 24 hours. A cursor cannot be carried to another query, another person, or be written by hand.
 */
@Component
public class Cursors {

    private static final Duration LIFETIME = Duration.ofHours(24);
    private static final String SEPARATOR = "\n";

    private final SecretKeySpec key;
    private final Clock clock;

    Cursors(@Value("${duban.cursor-secret}") String secret, Clock clock) {
        this.key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.clock = clock;
    }

    /**
     * Makes a page of rows that were asked for with one more than {@code limit}: when the extra one is there, a next page is.
     *
     * @param position the sort keys of a row, as SQL compares them
     */
    public <T> Page<T> page(
            List<T> rows, int limit, Function<T, List<String>> position, String person, ServerWebExchange exchange) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        var items = rows.subList(0, limit);
        return new Page<>(items, seal(position.apply(items.get(limit - 1)), person, exchange));
    }

    /** One page; without a next cursor it is the last. */
    public record Page<T>(List<T> items, @Nullable String nextCursor) {}

    /** Seals a position (the sort keys of the last item, none of them with a line break). */
    public String seal(List<String> position, String person, ServerWebExchange exchange) {
        var content = clock.instant().plus(LIFETIME).getEpochSecond() + SEPARATOR + String.join(SEPARATOR, position);
        return encode(content.getBytes(StandardCharsets.UTF_8)) + "." + encode(mac(content, binding(person, exchange)));
    }

    /**
     * Opens a cursor of this same query and person; empty for a first page.
     *
     * @throws Refusal {@code E_WEB_CURSOR_EXPIRED} or {@code E_GEN_VALIDATION}
     */
    public Optional<List<String>> open(@Nullable String cursor, String person, ServerWebExchange exchange) {
        if (cursor == null) {
            return Optional.empty();
        }
        var parts = cursor.split("\\.");
        if (parts.length != 2) {
            throw forged();
        }
        var content = new String(decode(parts[0]), StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(mac(content, binding(person, exchange)), decode(parts[1]))) {
            throw forged();
        }
        var lines = List.of(content.split(SEPARATOR, -1));
        if (clock.instant().isAfter(Instant.ofEpochSecond(Long.parseLong(lines.get(0))))) {
            throw Refusal.of(
                    RefusalCode.E_WEB_CURSOR_EXPIRED,
                    "分页游标已过期,请从第一页重新查询。",
                    "The cursor has expired; start again from the first page.");
        }
        return Optional.of(lines.subList(1, lines.size()));
    }

    /** Where a list that is ordered newest first goes on: after the row of this instant and id; both null for the first page. */
    public record Place(@Nullable Instant at, @Nullable UUID id) {

        /** The place of a row, to be sealed. */
        public static List<String> of(Instant at, UUID id) {
            return List.of(at.toString(), id.toString());
        }
    }

    /** As {@link #open}, for a list that is ordered newest first. */
    public Place openPlace(@Nullable String cursor, String person, ServerWebExchange exchange) {
        return open(cursor, person, exchange)
                .map(keys -> new Place(Instant.parse(keys.get(0)), UUID.fromString(keys.get(1))))
                .orElseGet(() -> new Place(null, null));
    }

    private static Refusal forged() {
        return Refusal.invalid("cursor", "分页游标不属于这次查询。", "The cursor does not belong to this query.");
    }

    /** Everything of the query but the cursor itself and the page size. */
    private static String binding(String person, ServerWebExchange exchange) {
        var query = new TreeMap<>(exchange.getRequest().getQueryParams().asSingleValueMap());
        query.remove("cursor");
        query.remove("limit");
        return person + SEPARATOR + exchange.getRequest().getPath().value() + SEPARATOR + query;
    }

    private byte[] mac(String content, String binding) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal((content + SEPARATOR + binding).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decode(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw forged();
        }
    }
}

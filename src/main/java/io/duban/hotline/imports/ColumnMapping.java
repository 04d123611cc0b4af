package io.duban.hotline.imports;

import io.duban.platform.problem.Refusal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of a kind of file mean, as data: a JSON file beside this class for each.
 *
 * @param timePattern how the file writes a time, in {@code zone}; without one, RFC 3339
 * @param members of the acceptance by name, and where each comes from
 */
record ColumnMapping(@Nullable String timePattern, @Nullable String zone, Map<String, Member> members) {

    /**
     * Where a member comes from.
     *
     * @param constant the same for every row
     * @param firstOf the first of these groups of columns that holds anything, its columns joined by {@code joinedBy}
     * @param then further columns, put behind it with {@code thenBy} between
     * @param words what the text becomes when it holds one of some words; else {@code otherwise}
     * @param longest characters; what is longer is cut
     */
    record Member(
            @Nullable String constant,
            @Nullable List<List<String>> firstOf,
            @Nullable String joinedBy,
            @Nullable List<String> then,
            @Nullable String thenBy,
            @Nullable List<Meaning> words,
            @Nullable String otherwise,
            @Nullable Integer longest) {}

    /** What a text means that holds one of these words, in capital letters. */
    record Meaning(String is, List<String> has) {}

    /** The text of a member of a row; empty when the row has none. */
    String text(String member, Map<String, String> row) {
        var from = members.get(member);
        if (from == null) {
            return "";
        }
        if (from.constant() != null) {
            return from.constant();
        }
        var text = from.words() == null ? joined(from, row) : meaning(from, joined(from, row));
        return from.longest() == null || text.length() <= from.longest() ? text : cut(text, from.longest() - 1) + "…";
    }

    /** Half of a character beyond the basic plane is no text, which the database would not take. */
    private static String cut(String text, int longest) {
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    /** @throws Refusal {@code E_GEN_VALIDATION} for what is no time in the file's way of writing one */
    @Nullable
    OffsetDateTime time(String member, Map<String, String> row) {
        var text = text(member, row);
        try {
            if (text.isEmpty()) {
                return null;
            }
            return timePattern == null || zone == null
                    ? OffsetDateTime.parse(text)
                    : LocalDateTime.parse(text, DateTimeFormatter.ofPattern(timePattern, Locale.US))
                            .atZone(ZoneId.of(zone))
                            .toOffsetDateTime();
        } catch (DateTimeException unreadable) {
            throw Refusal.invalid("/" + member, "%s 不是时间。".formatted(member), "%s is no time.".formatted(member));
        }
    }

    private static String meaning(Member from, String text) {
        var capitals = text.toUpperCase(Locale.ROOT);
        return from.words().stream()
                .filter(meaning -> meaning.has().stream().anyMatch(capitals::contains))
                .map(Meaning::is)
                .findFirst()
                .orElse(from.otherwise() == null ? "" : from.otherwise());
    }

    private static String joined(Member from, Map<String, String> row) {
        var first = from.firstOf() == null
                ? ""
                : from.firstOf().stream()
                        .map(columns -> join(columns, from.joinedBy(), row))
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse("");
        if (first.isEmpty() || from.then() == null) {
            return first;
        }
        var rest = join(from.then(), from.thenBy(), row);
        return rest.isEmpty() ? first : first + between(from.thenBy()) + rest;
    }

    private static String join(List<String> columns, @Nullable String between, Map<String, String> row) {
        return columns.stream()
                .map(column -> row.getOrDefault(column, ""))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(between(between)));
    }

    private static String between(@Nullable String text) {
        return text == null ? " " : text;
    }
}

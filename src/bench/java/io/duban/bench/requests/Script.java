package io.duban.bench.requests;

import io.duban.bench.Pool;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Statements of the product as a script of pgbench. They were caught twice, for two tickets of the {@link Pool}: what is the same in both is a constant,
 * what differs is made anew for each transaction out of its number {@code :n}.
 */
final class Script {

    private static final String UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final Pattern ONE_ID = Pattern.compile("'" + UUID + "'");
    private static final Pattern IDS = Pattern.compile("'\\{" + UUID + "(?:," + UUID + ")*\\}'");
    private static final Pattern TIME = Pattern.compile("'\\d{4}-\\d\\d-\\d\\d .*'");
    private static final Pattern CHAIN = Pattern.compile("'\\d{1,2}'");
    private static final Pattern NUMBER = Pattern.compile("'" + Pool.NUMBER + "\\d+'");

    /** What the audit trail says of a ticket names it in the middle; the product finds a row whose words do not fit. */
    private static final Pattern NAMED = Pattern.compile("('[^:]*)(" + Pool.ID + "\\d{12})([^:]*')");

    private static final Pattern MARKER = Pattern.compile("\\$(\\d+)");

    private final Map<String, String> made = new HashMap<>();
    private final String salt = Long.toString(System.nanoTime(), 36);

    private Script() {}

    /** @param start sets {@code :n} */
    static String of(String start, List<Spoken> first, List<Spoken> second) {
        if (first.isEmpty() || first.size() != second.size()) {
            throw new IllegalStateException(
                    "twice the same request, but other statements: " + first + " and " + second);
        }
        var script = new Script();
        var text = new StringBuilder(start);
        for (var one : first) {
            text.append(script.statement(one, same(one, second))).append(";\n");
        }
        return text.toString();
    }

    /** What is read at the same time comes in any order. */
    private static Spoken same(Spoken one, List<Spoken> others) {
        return others.stream()
                .filter(other -> other.sql().equals(one.sql()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "twice the same request, but other statements: " + one.sql() + " not in " + others));
    }

    private String statement(Spoken one, Spoken other) {
        return MARKER.matcher(one.sql()).replaceAll(marker -> {
            var number = Integer.parseInt(marker.group(1));
            return Matcher.quoteReplacement(
                    value(one.values().get(number), other.values().get(number)));
        });
    }

    private String value(String one, String other) {
        if (one.equals(other)) {
            return constant(one);
        }
        if (ONE_ID.matcher(one).matches()) {
            return id(one.substring(1, one.length() - 1)) + "::uuid";
        }
        if (IDS.matcher(one).matches()) {
            var each = one.substring(2, one.length() - 2).split(",");
            return "array["
                    + String.join(
                            "::uuid, ",
                            java.util.Arrays.stream(each).map(this::id).toList()) + "::uuid]";
        }
        if (NUMBER.matcher(one).matches()) {
            return "('" + Pool.NUMBER + "' || lpad(:n::text, 12, '0'))";
        }
        if (TIME.matcher(one).matches()) {
            return "now()";
        }
        if (CHAIN.matcher(one).matches()) {
            return "(:n::int % 16)";
        }
        var named = NAMED.matcher(one);
        return named.matches()
                ? "(" + named.group(1) + "' || " + id(named.group(2)) + " || '" + named.group(3) + ")"
                : constant(one);
    }

    private String id(String given) {
        return given.startsWith(Pool.ID)
                ? "('" + Pool.ID + "' || lpad(:n::text, 12, '0'))"
                : made.computeIfAbsent(given, fresh -> "md5('%s-%d-' || :n::text)".formatted(salt, made.size()));
    }

    /** A colon before a letter would be a variable of pgbench. */
    private static String constant(String literal) {
        return literal.matches("(?s).*:[A-Za-z_].*")
                ? "U&" + literal.replace("\\", "\\\\").replace(":", "\\003a")
                : literal;
    }
}

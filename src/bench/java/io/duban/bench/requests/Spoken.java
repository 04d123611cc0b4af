package io.duban.bench.requests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * A statement as the product sent it, out of its database's own log.
 *
 * @param sql with its markers
 * @param values of the markers, each as a literal of SQL
 */
record Spoken(String sql, Map<Integer, String> values) {

    private static final Pattern STATEMENT = Pattern.compile("(?:execute [^:]*|statement): (.*)", Pattern.DOTALL);
    private static final Pattern VALUE = Pattern.compile("\\$(\\d+) = (NULL|'(?:[^']|'')*')");
    private static final JsonMapper JSON = new JsonMapper();

    /** The log of a server that was started with {@link #CONFIGURATION}. */
    static final String LOG = "database/log/spoken.json";

    /** Lets a server write its log as JSON. It writes statements only while it is asked to. */
    static final String CONFIGURATION = """
            logging_collector = on
            log_destination = jsonlog
            log_directory = log
            log_filename = 'spoken'
            log_rotation_size = 0
            log_rotation_age = 0
            log_truncate_on_rotation = on
            """;

    /** All that the product said from this place of the log on, but for what it says by itself all the time. */
    static List<Spoken> since(Path log, long from, Set<String> always) {
        try (var lines = Files.lines(log)) {
            return lines.skip(from)
                    .map(line -> JSON.readTree(line))
                    .filter(entry -> entry.path("application_name").asString("").equals("duban"))
                    .flatMap(entry -> {
                        var statement = STATEMENT.matcher(entry.path("message").asString(""));
                        return statement.matches()
                                ? java.util.stream.Stream.of(new Spoken(
                                        statement.group(1),
                                        values(entry.path("detail").asString(""))))
                                : java.util.stream.Stream.empty();
                    })
                    .filter(spoken -> !always.contains(spoken.sql))
                    .toList();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static long length(Path log) {
        try (var lines = Files.lines(log)) {
            return lines.count();
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }

    static Set<String> texts(List<Spoken> all) {
        var texts = new HashSet<String>();
        all.forEach(spoken -> texts.add(spoken.sql));
        return texts;
    }

    private static Map<Integer, String> values(String detail) {
        var values = new HashMap<Integer, String>();
        var found = VALUE.matcher(detail);
        while (found.find()) {
            values.put(Integer.parseInt(found.group(1)), found.group(2));
        }
        return values;
    }
}

package io.duban.journey;

import java.net.URI;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was set on the command line, and the usual values of the rest. */
final class Options {

    private static final Set<Option> NUMBERS = Set.of(
            Option.LIMIT,
            Option.LOAD_WORKERS,
            Option.DISPATCH_WORKERS,
            Option.TWICE,
            Option.SAMPLE,
            Option.DROPS,
            Option.PATIENCE);

    private final Map<Option, String> given;

    private Options(Map<Option, String> given) {
        this.given = given;
    }

    /**
     * Reads {@code --name=value} words.
     *
     * @throws IllegalArgumentException for anything else
     */
    static Options of(String... words) {
        Map<Option, String> given = new EnumMap<>(Option.class);
        for (String word : words) {
            String[] parts = word.split("=", 2);
            Option option = Option.of(parts[0])
                    .filter(known -> parts.length == 2)
                    .orElseThrow(() -> new IllegalArgumentException("Unknown option " + word));
            if (NUMBERS.contains(option) && !parts[1].matches("[0-9]{1,9}")) {
                throw new IllegalArgumentException("Not a number: " + word);
            }
            given.put(option, parts[1]);
        }
        return new Options(given);
    }

    String text(Option option) {
        return given.getOrDefault(option, option.usual());
    }

    int number(Option option) {
        return Integer.parseInt(text(option));
    }

    URI address(Option option) {
        return URI.create(text(option));
    }

    Optional<Path> path(Option option) {
        return Optional.of(text(option)).filter(text -> !text.isBlank()).map(Path::of);
    }
}

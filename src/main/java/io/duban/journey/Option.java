package io.duban.journey;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be set when the journey is started. */
enum Option {
    REQUESTS("--requests", "", "CSV of requests for the hotline; none: no tickets"),
    PHOTOS("--photos", "", "folder of photos for the field inspection; none: no supervision"),
    STATUTE("--statute", "", "Markdown text for the outgoing document; none: no document"),
    INCOMING("--incoming", "", "file a bureau's request comes with, such as an OFD or a PDF; none: no request"),
    URL("--url", "http://localhost:8080", "where the product runs"),
    ISSUER("--issuer", "http://localhost:9000", "who signs people in"),
    LIMIT("--limit", "1000000", "rows to take from the CSV"),
    LOAD_WORKERS("--load-workers", "8", "tickets sent at a time"),
    DISPATCH_WORKERS("--dispatch-workers", "4", "dispatchers and units at a time"),
    TWICE("--twice", "50", "every so manieth ticket is sent twice with the same key; 0: none"),
    SAMPLE("--sample", "25", "every so manieth ticket goes all the way to its close; 0: none"),
    DROPS("--drops", "5", "how often the stream is dropped on purpose"),
    PATIENCE("--patience", "15", "seconds to wait for the last events"),
    REPORT("--report", "journey-report.md", "Markdown file for the table, all refusals and warnings"),
    PASSWORD("--password", "duban-demo", "of the demo's people"),
    CLIENT("--client", "city-12345", "the partner's client id"),
    SECRET("--secret", "city-12345-secret", "the partner's secret"),
    SOURCE("--source", "CITY_12345", "the partner's source system");

    private final String word;
    private final String usual;
    private final String meaning;

    Option(String word, String usual, String meaning) {
        this.word = word;
        this.usual = usual;
        this.meaning = meaning;
    }

    String usual() {
        return usual;
    }

    static Optional<Option> of(String word) {
        return Arrays.stream(values())
                .filter(option -> option.word.equals(word))
                .findFirst();
    }

    static String usage() {
        return Arrays.stream(values())
                .map(option -> "  %-32s %s".formatted(option.word + "=" + option.usual, option.meaning))
                .collect(Collectors.joining("\n", "Usage: journey [options], while the product runs\n\n", ""));
    }
}

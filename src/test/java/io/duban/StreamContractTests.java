package io.duban;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the stream's description lists is what the code announces. */
class StreamContractTests {

    private static final Pattern ANNOUNCED = Pattern.compile("(?:announcing|Event\\.of)\\(\\s*\"([a-z][A-Za-z]+)\"");
    private static final Pattern COUNTED = Pattern.compile("'[a-z]+\\.[A-Za-z]+\\.([a-z][A-Za-z]+)'");
    private static final Pattern LISTED = Pattern.compile("(?<=\\.)[a-z][A-Za-z]+(?=[,;]|$)", Pattern.MULTILINE);

    @Test
    void everyEventThatIsAnnouncedIsListed() throws IOException {
        var announced = ANNOUNCED
                .matcher(product())
                .results()
                .map(event -> event.group(1))
                .collect(Collectors.toSet());
        assertThat(announced).hasSizeGreaterThan(100);
        assertThat(listed()).containsAll(announced);
    }

    @Test
    void everyEventThatIsListedIsNamedInTheCode() throws IOException {
        var product = product();
        var nowhere = new TreeSet<>(listed());
        nowhere.removeIf(
                verb -> Pattern.compile("[\".]" + verb + "\"").matcher(product).find());
        assertThat(nowhere)
                .as("refused commands are announced by the names of their kinds")
                .containsOnly("bypass");
    }

    /** A query that counts an event nobody announces finds nothing, and says so to nobody. */
    @Test
    void everyEventThatAQueryCountsIsAnnounced() throws IOException {
        var counted = COUNTED.matcher(product())
                .results()
                .map(event -> event.group(1))
                .collect(Collectors.toSet());
        assertThat(counted).contains("redo", "evaluated", "excluded", "listedAsHard", "returnRequested");
        assertThat(listed()).containsAll(counted);
    }

    private static Set<String> listed() throws IOException {
        var described = Files.readString(Path.of("api/asyncapi.yaml"));
        var list = described.substring(
                described.indexOf("where <event> is one of:"), described.indexOf("and for every clock of a step"));
        return LISTED.matcher(list.replaceAll("\\s+", " "))
                .results()
                .map(event -> event.group())
                .collect(Collectors.toSet());
    }

    private static String product() throws IOException {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(StreamContractTests::text)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

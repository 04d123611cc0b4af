package io.duban.networks;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.DemoDistrict;
import io.duban.support.TestTokens;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A client that runs in Node, or in a browser that Node drives (src/test/node-clients): it prints what it hears, line by line. */
final class NodePhone implements AutoCloseable {

    static final Path DOCUMENTED = Path.of("src", "docs", "streams.md").toAbsolutePath();

    private static final Path FOLDER = Path.of("src", "test", "node-clients").toAbsolutePath();
    private static final String STREAM_WORDS =
            "stream.opened,stream.reset,stream.renew,stream.replaced,auth.expired,server.closing,";

    final Heard heard = new Heard();
    private final Process process;

    private NodePhone(String types, List<String> command) {
        try {
            var builder = new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true);
            builder.environment().put("TYPES", types);
            builder.environment().put("CHROMIUM", program("chromium", "chromium-browser", "google-chrome"));
            builder.environment()
                    .put(
                            "NODE_EXTRA_CA_CERTS",
                            Path.of("target", "certificates", "server.crt")
                                    .toAbsolutePath()
                                    .toString());
            process = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var reader = new Thread(this::read, "node-client");
        reader.setDaemon(true);
        reader.start();
    }

    static void install() throws IOException, InterruptedException {
        var npm = new ProcessBuilder("npm", "ci", "--no-audit", "--no-fund")
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(npm.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(npm.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(npm.exitValue()).as(said).isZero();
    }

    /** npm's eventsource with a bearer token. */
    static NodePhone eventsource(String origin, String since, String types) {
        return new NodePhone(
                STREAM_WORDS + types, List.of("node", "follow.mjs", origin, TestTokens.of(DemoDistrict.LEADER), since));
    }

    /** A page in Chromium; with the lines of src/docs/streams.md, or leaving everything to the browser. */
    static NodePhone page(String origin, boolean documented, String types) {
        return new NodePhone(
                types,
                List.of(
                        "node",
                        "browse.mjs",
                        origin,
                        TestTokens.of(DemoDistrict.DISPATCHER),
                        documented ? DOCUMENTED.toString() : ""));
    }

    private void read() {
        try (var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var words = line.split(" ", 2);
                heard.message(words[0], words.length < 2 ? "" : words[1]);
            }
        } catch (IOException over) {
            heard.message("over", "");
        }
    }

    private static String program(String... names) {
        return Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(java.nio.file.Files::isExecutable)
                .map(Path::toString)
                .findFirst()
                .orElse(names[0]);
    }

    @Override
    public void close() throws IOException, InterruptedException {
        process.getOutputStream().close();
        if (!process.waitFor(5, TimeUnit.SECONDS)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}

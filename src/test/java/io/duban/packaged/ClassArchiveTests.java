package io.duban.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The Dockerfile's archive of classes, made and used with the packaged jar, by the lines that stand in the Dockerfile. That a JVM took its classes from the archive is in its log of
 * loaded classes; how long it took is for src/bench. Needs the jar: {@code mvn package -DskipTests}, then {@code mvn test -Ppackaged}.
 */
@Tag("packaged")
class ClassArchiveTests {

    private static final Pattern SETTING = Pattern.compile("(?<=\\s)((?:DUBAN|SPRING)_\\w+)=(\\S+)");
    private static final String ARCHIVED = "source: shared objects file";
    private static final int MINUTES = 10; // under load

    @TempDir
    Path folder;

    @Test
    void givesTheNextStartNearlyAllOfItsClasses() throws Exception {
        var extracted = folder.resolve("extracted"); // of its own: what is not empty is not extracted into
        run(List.of("-Djarmode=tools", "-jar", jar().toString(), "extract", "--destination", extracted.toString()));
        var app = extracted.resolve(jar().getFileName()).toString();
        var archive = folder.resolve("app.jsa");
        var loaded = folder.resolve("loaded.txt");

        run(List.of("-XX:ArchiveClassesAtExit=" + archive, "-Dspring.context.exit=onRefresh", "-jar", app));
        run(List.of(
                "-XX:SharedArchiveFile=" + archive,
                "-Xlog:class+load:file=" + loaded,
                "-Dspring.context.exit=onRefresh",
                "-jar",
                app));

        var classes = Files.readAllLines(loaded);
        var shared = classes.stream().filter(line -> line.contains(ARCHIVED)).count();
        System.out.printf(
                "%d of %d classes from an archive of %d MB%n", shared, classes.size(), Files.size(archive) >> 20);
        assertThat(classes).hasSizeGreaterThan(10_000);
        assertThat((double) shared / classes.size()).isGreaterThan(0.8);
        var ours = classes.stream()
                .filter(line -> line.contains(" io.duban.") && !line.contains("$$"))
                .toList();
        assertThat(ours).hasSizeGreaterThan(1000);
        assertThat(ours.stream().filter(line -> line.contains(ARCHIVED)).count())
                .isGreaterThan(ours.size() * 9L / 10);
    }

    private void run(List<String> options) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx900m"));
        command.addAll(options);
        var output = folder.resolve("output.txt");
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        var dockerfile = Files.readString(Path.of("docker", "Dockerfile"));
        SETTING.matcher(dockerfile.substring(dockerfile.indexOf("RUN SPRING_")))
                .results()
                .forEach(setting -> builder.environment().put(setting.group(1), setting.group(2)));
        builder.environment().put("DUBAN_HOME", folder.resolve("home").toString());
        var process = builder.start();
        try {
            assertThat(process.waitFor(MINUTES, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        } finally {
            process.destroyForcibly();
        }
    }

    private static Path jar() throws IOException {
        try (var files = Files.list(Path.of("target"))) {
            return files.filter(file -> file.getFileName().toString().matches("duban-.*\\.jar"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no target/duban-*.jar: mvn package -DskipTests first"))
                    .toAbsolutePath();
        }
    }
}

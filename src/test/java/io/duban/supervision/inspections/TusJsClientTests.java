package io.duban.supervision.inspections;

import static io.duban.supervision.Caller.INSPECTOR;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.supervision.Caller;
import io.duban.support.ServerTest;
import io.duban.support.TestTokens;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The tus project's own client for browsers and Node, unchanged; needs node and npm (src/test/node-clients). */
@Tag("node")
@ServerTest
class TusJsClientTests {

    private static final Path FOLDER = Path.of("src", "test", "node-clients").toAbsolutePath();

    @LocalServerPort
    int port;

    @TempDir
    Path directory;

    @BeforeAll
    static void install() throws IOException, InterruptedException {
        run(List.of("npm", "ci", "--no-audit", "--no-fund"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain", "withCreation", "byPost", "resumed", "addressLost", "terminated", "overABadLine"})
    void sendsAFile(String way) throws IOException, InterruptedException {
        var caller = new Caller(port);
        var inspection = Spot.of(caller).inspection();
        var photo = Photos.noise(1200, 900, ThreadLocalRandom.current().nextLong());
        var id = new Tus(port, INSPECTOR).declared(inspection, photo);
        var file = Files.write(directory.resolve("photo.jpg"), photo);

        var said = run(List.of(
                "node",
                "upload.mjs",
                way,
                String.valueOf(port),
                TestTokens.of(INSPECTOR),
                id.toString(),
                file.toString()));

        System.out.print(said);
        assertThat(declaration(caller, id).<Boolean>at("$.arrived")).as(said).isTrue();
        assertThat(caller.get(INSPECTOR, "/field-inspections/" + inspection + "/photos")
                        .<List<String>>at("$.items[*].sha256"))
                .containsExactly(Tus.sha256(photo));
    }

    private static Caller.Answer declaration(Caller caller, UUID id) {
        return caller.get(INSPECTOR, "/declared-files/" + id);
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command)
                .directory(FOLDER.toFile())
                .redirectErrorStream(true)
                .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}

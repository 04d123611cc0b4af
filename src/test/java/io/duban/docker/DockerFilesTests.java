package io.duban.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the files under {@code docker/} promise, as far as it can be read without starting them. */
class DockerFilesTests {

    private static final Path DOCKER = Path.of("docker");
    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{(\\w+)");
    private static final Pattern PINNED = Pattern.compile(".+:(v?\\d+\\.\\d+.*|RELEASE\\.\\d{4}-.+)");
    private static final int FIVE_MINUTES = 300;

    private final JsonNode realm = JsonMapper.shared().readTree(text("keycloak/duban-realm.json"));
    private final String compose = text("compose.yaml");

    @Test
    void asksPublicClientsForProofKeysAndNothingLess() {
        assertThat(clients("publicClient", true)).hasSize(2).allSatisfy(client -> {
            assertThat(attribute(client, "pkce.code.challenge.method")).isEqualTo("S256");
            assertThat(client.has("secret")).isFalse();
        });
        assertThat(realm.path("clients").valueStream()).allSatisfy(client -> {
            assertThat(client.path("implicitFlowEnabled").asBoolean(true)).isFalse();
            assertThat(client.path("directAccessGrantsEnabled").asBoolean(true)).isFalse();
            assertThat(client.path("fullScopeAllowed").asBoolean(true)).isFalse();
        });
    }

    @Test
    void comparesRedirectsExactly() {
        assertThat(clients("publicClient", true)).allSatisfy(client -> {
            assertThat(client.path("redirectUris").valueStream().map(JsonNode::asString))
                    .isNotEmpty()
                    .allMatch(uri -> uri.matches("[a-z.]+:/[^*]+"));
            assertThat(client.path("webOrigins").valueStream().map(JsonNode::asString))
                    .noneMatch(origin -> origin.contains("*") || origin.contains("+"));
            assertThat(attribute(client, "post.logout.redirect.uris")).doesNotContain("*", "+");
        });
    }

    @Test
    void issuesTheTokensWeAccept() {
        assertThat(realm.path("clients").valueStream()).allSatisfy(client -> {
            assertThat(attribute(client, "access.token.header.type.rfc9068")).isEqualTo("true");
            assertThat(attribute(client, "access.token.signed.response.alg")).isEqualTo("ES256");
            assertThat(client.path("defaultClientScopes").valueStream().map(JsonNode::asString))
                    .contains("basic", "audience");
        });
        assertThat(mapper("basic", "oidc-sub-mapper").path("access.token.claim").asString())
                .isEqualTo("true");
        var audience = mapper("audience", "oidc-audience-mapper");
        assertThat(audience.path("included.custom.audience").asString()).isEqualTo("duban");
        assertThat(audience.path("access.token.claim").asString()).isEqualTo("true");
    }

    @Test
    void limitsLifetimesAndReuse() {
        assertThat(realm.path("accessTokenLifespan").asInt()).isEqualTo(FIVE_MINUTES);
        assertThat(realm.path("revokeRefreshToken").asBoolean()).isTrue();
        assertThat(realm.path("refreshTokenMaxReuse").asInt(-1)).isZero();
        assertThat(realm.path("clients").valueStream())
                .allSatisfy(client ->
                        assertThat(attribute(client, "access.token.lifespan")).isEqualTo(String.valueOf(FIVE_MINUTES)));
    }

    @Test
    void givesPartnersRowsOfThePermissionMatrixOnly() throws IOException {
        var rows = Files.readAllLines(Path.of("src/main/resources/io/duban/platform/identity/permissions.csv")).stream()
                .map(line -> line.split(",")[0])
                .collect(Collectors.toSet());
        var known = realm.path("clientScopes")
                .valueStream()
                .map(scope -> scope.path("name").asString())
                .collect(Collectors.toSet());
        assertThat(clients("serviceAccountsEnabled", true)).singleElement().satisfies(partner -> {
            var scopes = partner.path("optionalClientScopes")
                    .valueStream()
                    .map(JsonNode::asString)
                    .toList();
            assertThat(scopes).contains("ticket:create", "ticket:read", "ticket:list");
            assertThat(rows).containsAll(scopes);
            assertThat(known).containsAll(scopes);
        });
    }

    @Test
    void keepsEverySecretOutsideTheFiles() {
        assertThat(clients("publicClient", false))
                .allSatisfy(
                        client -> assertThat(client.path("secret").asString()).matches("\\$\\{\\w+}"));
        assertThat(realm.path("users")
                        .valueStream()
                        .flatMap(user -> user.path("credentials").valueStream()))
                .isNotEmpty()
                .allSatisfy(credential -> {
                    assertThat(credential.path("value").asString()).matches("\\$\\{\\w+}");
                    assertThat(credential.path("temporary").asBoolean()).isTrue();
                });
        assertThat(example().entrySet())
                .filteredOn(entry -> entry.getKey().matches(".*(PASSWORD|SECRET|SECRET_KEY)"))
                .isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.getValue()).isEmpty());
    }

    @Test
    void namesEveryVariableInTheExample() {
        var used =
                Stream.concat(variables(compose), variables(realm.toString())).collect(Collectors.toSet());
        assertThat(example().keySet()).containsExactlyInAnyOrderElementsOf(used);
        assertThat(environment("keycloak").keySet())
                .containsAll(variables(realm.toString()).collect(Collectors.toSet()));
    }

    @Test
    void pinsEveryImage() {
        assertThat(services().values().stream()
                        .filter(service -> !service.containsKey("build"))
                        .map(service -> (String) service.get("image")))
                .isNotEmpty()
                .allMatch(image -> PINNED.matcher(image).matches());
        assertThat(text("Dockerfile")
                        .lines()
                        .filter(line -> line.startsWith("FROM "))
                        .map(line -> line.split(" ")[1]))
                .hasSize(2)
                .allMatch(image -> PINNED.matcher(image).matches());
    }

    @Test
    void watchesLimitsAndRestartsWhatRuns() {
        services().forEach((name, service) -> {
            assertThat(service).as(name).containsKeys("deploy", "security_opt", "restart");
            if (!service.get("restart").equals("no") && !service.containsKey("build")) {
                assertThat(service).as(name).containsKey("healthcheck");
            }
        });
        assertThat(text("Dockerfile")).contains("HEALTHCHECK ", "\nUSER 10001");
    }

    @Test
    void givesBackTheHeapAsIsWrittenForThoseWithoutTheImage() throws IOException {
        var options = Pattern.compile("-XX:(MinHeapFreeRatio|MaxHeapFreeRatio|G1PeriodicGCInterval)=\\d+")
                .matcher(text("Dockerfile"))
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(options).hasSize(3);
        assertThat(Files.readString(Path.of("src/docs/production.md"))).contains(String.join(" ", options));
    }

    /** An archive of another JVM, or of jars that were copied once more, would be passed over in silence. */
    @Test
    void archivesClassesInTheStageThatRunsThem() {
        var running = text("Dockerfile").substring(text("Dockerfile").lastIndexOf("\nFROM "));
        assertThat(running)
                .containsSubsequence("COPY ", "-XX:ArchiveClassesAtExit=app.jsa", "-XX:SharedArchiveFile=app.jsa");
        assertThat(running.substring(running.indexOf("ArchiveClassesAtExit"))).doesNotContain("COPY ");
        assertThat(running)
                .doesNotContain(
                        "JAVA_TOOL_OPTIONS=\"-XX:SharedArchiveFile"); // the process that reads papers is another
        // program
    }

    /** The product does not start without them, neither to archive its classes while the image is built nor in it. */
    @Test
    void setsEverySecretThatHasNoDefault() throws IOException {
        var configuration = Files.readString(Path.of("src/main/resources/application-production.yaml"));
        var needed = Pattern.compile("\\$\\{(DUBAN_\\w+)}")
                .matcher(configuration)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
        assertThat(needed).contains("DUBAN_DATABASE_PASSWORD");
        assertThat(text("Dockerfile"))
                .contains(needed.stream().map(name -> name + "=").toList());
        assertThat(environment("app").keySet()).containsAll(needed);
    }

    @Test
    void mountsFilesThatAreThere() {
        var mounted = Pattern.compile("\\./([\\w./-]+):/").matcher(compose);
        assertThat(mounted.results().map(found -> found.group(1)))
                .isNotEmpty()
                .allMatch(file -> Files.isRegularFile(DOCKER.resolve(file)));
    }

    private Stream<JsonNode> clients(String flag, boolean value) {
        return realm.path("clients")
                .valueStream()
                .filter(client -> client.path(flag).asBoolean() == value);
    }

    private static String attribute(JsonNode client, String name) {
        return client.path("attributes").path(name).asString();
    }

    private JsonNode mapper(String scope, String type) {
        return realm.path("clientScopes")
                .valueStream()
                .filter(candidate -> candidate.path("name").asString().equals(scope))
                .flatMap(candidate -> candidate.path("protocolMappers").valueStream())
                .filter(mapper -> mapper.path("protocolMapper").asString().equals(type))
                .map(mapper -> mapper.path("config"))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Map<String, Object>> services() {
        Map<String, Object> file = new Yaml().load(compose);
        return (Map<String, Map<String, Object>>) file.get("services");
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> environment(String service) {
        return (Map<String, Object>) services().get(service).get("environment");
    }

    private static Map<String, String> example() {
        return text(".env.example")
                .lines()
                .filter(line -> line.matches("\\w+=.*"))
                .map(line -> line.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static Stream<String> variables(String text) {
        return VARIABLE.matcher(text).results().map(found -> found.group(1));
    }

    private static String text(String file) {
        try {
            return Files.readString(DOCKER.resolve(file));
        } catch (IOException missing) {
            throw new AssertionError(file + " is not readable", missing);
        }
    }
}

package io.duban;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.parser.OpenAPIV3Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The published contract is one file, bundled from the pages in {@code api/}. */
class ContractTests {

    private static final Path PUBLISHED = Path.of("openapi.yaml");

    @Test
    void thePublishedFileIsTheBundleOfThePages() throws IOException {
        assertThat(Files.readString(PUBLISHED))
                .as("openapi.yaml is out of date: cp target/bundle/static/openapi.yaml openapi.yaml")
                .isEqualTo(Files.readString(Path.of("target/bundle/static/openapi.yaml")));
    }

    @Test
    void anIndependentParserHasNothingToSayAboutIt() {
        var parsed = new OpenAPIV3Parser().readLocation(PUBLISHED.toString(), null, null);
        assertThat(parsed.getMessages()).isEmpty();
        assertThat(parsed.getOpenAPI().getPaths()).hasSizeGreaterThan(15);
    }

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        var contract = new org.yaml.snakeyaml.Yaml().<java.util.Map<String, Object>>load(Files.readString(PUBLISHED));
        var references = java.util.regex.Pattern.compile("\\$ref: \"#/([^\"]+)\"")
                .matcher(Files.readString(PUBLISHED))
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
        assertThat(references).hasSizeGreaterThan(50).allSatisfy(reference -> {
            Object node = contract;
            for (var step : reference.split("/")) {
                node = node instanceof java.util.Map<?, ?> map
                        ? map.get(step.replace("~1", "/").replace("~0", "~"))
                        : null;
            }
            assertThat(node).as(reference).isNotNull();
        });
    }

    @Test
    void everyOperationSaysWhoMayAndEveryCommandTakesAKey() {
        var contract = new OpenAPIV3Parser()
                .readLocation(PUBLISHED.toString(), null, null)
                .getOpenAPI();
        contract.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    assertThat(operation.getExtensions())
                            .as(method + " " + path)
                            .containsKey("x-authz");
                    // An unmodified tus client knows no key; sending again is what its protocol is for.
                    var tus = path.startsWith("/uploads");
                    var command = !method.name().equals("GET") && !path.equals("/event-tickets") && !tus;
                    var keys = operation.getParameters() == null
                            ? 0
                            : operation.getParameters().stream()
                                    .filter(parameter ->
                                            "Idempotency-Key".equals(parameter.getName()) && parameter.getRequired())
                                    .count();
                    assertThat(keys).as(method + " " + path).isEqualTo(command ? 1 : 0);
                }));
    }
}

package io.duban.platform.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.events.EventNames;
import io.duban.platform.events.LogPosition;
import io.duban.platform.events.LoggedEvent;
import io.duban.platform.events.Priority;
import io.duban.platform.web.Times;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** What is sent is what its description says, and no more. */
class PartnerMessagesTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Instant NOW = Instant.parse("2026-11-28T02:00:00Z");

    private final PartnerMessages messages = new PartnerMessages(new EventNames("demo"), new Times(), JSON);

    @Test
    void aMessageHasWhatTheDescriptionListsAndNothingOfWhatItDoesNot() throws IOException {
        var leader = UUID.randomUUID();
        var event = new LoggedEvent(
                new LogPosition(7, 3),
                UUID.randomUUID(),
                "hotline.ticket.dispatched",
                NOW,
                NOW,
                "hotline.ticket",
                UUID.randomUUID(),
                4,
                "张三家漏水",
                Priority.ACTION,
                "DISPATCHED",
                "ticket:list",
                List.of(UUID.randomUUID()),
                List.of(UUID.randomUUID()),
                List.of(UUID.randomUUID()),
                NOW,
                AlertLight.GREEN,
                leader);
        var message = messages.of(event, "abc");
        var sent = members(JSON.readValue(message.payload(), Map.class));
        var described = schema();
        assertThat(sent.keySet()).isSubsetOf(described.properties().keySet()).containsAll(described.required());
        var data = members(sent.get("data"));
        var members = Described.of(described.properties().get("data"));
        assertThat(data.keySet()).isSubsetOf(members.properties().keySet()).containsAll(members.required());
        assertThat(message.payload())
                .doesNotContain("张三", leader.toString())
                .doesNotContain(
                        event.unitIds().get(0).toString(),
                        event.participantIds().get(0).toString(),
                        event.addresseeIds().get(0).toString());
        assertThat(sent.get("sequence")).isEqualTo("abc.7.3");
        assertThat(messages.read(message.payload()).getData().getDueAt()).isEqualTo(new Times().toContract(NOW));
    }

    @Test
    void everyLinkLeadsToAnOperation() throws IOException {
        var contract = Files.readString(Path.of("target/bundle/static/openapi.yaml"));
        assertThat(PartnerMessages.LINKS)
                .isNotEmpty()
                .allSatisfy((subject, link) -> assertThat(Pattern.compile(
                                        "^ {2}" + link.substring("/v1".length()) + "\\{\\w+}:\\n {4}get:",
                                        Pattern.MULTILINE)
                                .matcher(contract)
                                .find())
                        .as(subject)
                        .isTrue());
    }

    private static Described schema() throws IOException {
        Map<?, ?> node = new Yaml().load(Files.readString(Path.of("api/asyncapi.yaml")));
        for (var step : List.of("components", "schemas", "PartnerEvent")) {
            node = (Map<?, ?>) node.get(step);
        }
        return Described.of(node);
    }

    private static Map<String, ?> members(Object node) {
        var members = new LinkedHashMap<String, Object>();
        ((Map<?, ?>) node).forEach((name, value) -> members.put(name.toString(), value));
        return members;
    }

    private static List<String> strings(Object node) {
        return ((List<?>) node).stream().map(Object::toString).toList();
    }

    private record Described(Map<String, ?> properties, List<String> required) {

        static Described of(Object schema) {
            var node = (Map<?, ?>) schema;
            return new Described(members(node.get("properties")), strings(node.get("required")));
        }
    }
}

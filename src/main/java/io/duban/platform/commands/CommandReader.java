package io.duban.platform.commands;

import io.duban.platform.identity.Access;
import io.duban.platform.problem.ClassifiedMarks;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.web.Versions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads the command out of a request: who, key, version seen, and a fingerprint of what is asked. */
@Component
class CommandReader {

    private static final Logger log = LoggerFactory.getLogger(CommandReader.class);
    private static final String KEY = "Idempotency-Key";
    private static final UUID NO_KEY = new UUID(0, 0);

    private final JsonMapper json;
    private final Clock clock;

    CommandReader(JsonMapper json, Clock clock) {
        this.json = json;
        this.clock = clock;
    }

    Command read(ServerWebExchange exchange, Object body) {
        var headers = exchange.getRequest().getHeaders();
        var seen = headers.containsHeader(HttpHeaders.IF_MATCH) ? Versions.seen(exchange) : 0;
        return new Command(
                Access.of(exchange),
                key(headers.getFirst(KEY)),
                fingerprint(exchange, body),
                seen,
                // PostgreSQL keeps microseconds: what is answered now must equal what is read later.
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                address(exchange));
    }

    /** Of a request that brought no key, so that its door made one of what it brought; it has seen no version. */
    Command read(ServerWebExchange exchange, UUID key, Object body) {
        var access = Access.of(exchange);
        var digest = sha256();
        digest.update(access.operation().id().getBytes(StandardCharsets.UTF_8));
        return new Command(
                access,
                key,
                digest.digest(unclassified(body, access)),
                0,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                address(exchange));
    }

    /** Of a request that can do its work only once, whatever it is sent with; it has seen no version. */
    Command readKeyless(ServerWebExchange exchange) {
        return new Command(
                Access.of(exchange),
                NO_KEY,
                new byte[0],
                0,
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                address(exchange));
    }

    private static UUID key(@Nullable String header) {
        if (header == null) {
            throw Refusal.of(
                    RefusalCode.E_WEB_KEY_REQUIRED,
                    "请在 Idempotency-Key 中带上一个 UUID。",
                    "Send a UUID in Idempotency-Key.");
        }
        try {
            return UUID.fromString(header);
        } catch (IllegalArgumentException e) {
            throw Refusal.invalid(KEY, "Idempotency-Key 须为 UUID。", "Idempotency-Key takes a UUID.");
        }
    }

    /**
     * The net under the human duty not to write state secrets into this system (保密法 art. 31): every text of every command passes it, and neither
     * log nor answer repeats it.
     */
    private byte[] unclassified(Object body, Access access) {
        var content = json.writeValueAsBytes(body);
        if (ClassifiedMarks.in(new String(content, StandardCharsets.UTF_8))) {
            log.warn(
                    "A classified mark was refused: person {}, client {}, operation {}",
                    access.actor().id(),
                    access.actor().clientId(),
                    access.operation().id());
            throw Refusal.of(
                            RefusalCode.E_GEN_CLASSIFIED_REFUSED,
                            "内容带有国家秘密标志,本系统不得存储、处理;请按涉密文件办理。",
                            "It carries the mark of a state secret, which this system must not hold.")
                    .ofContent(HexFormat.of().formatHex(sha256().digest(content)));
        }
        return content;
    }

    private byte[] fingerprint(ServerWebExchange exchange, Object body) {
        var digest = sha256();
        var request = exchange.getRequest();
        digest.update(request.getMethod().name().getBytes(StandardCharsets.UTF_8));
        digest.update(request.getURI().getRawPath().getBytes(StandardCharsets.UTF_8));
        digest.update(String.valueOf(request.getURI().getRawQuery()).getBytes(StandardCharsets.UTF_8));
        digest.update(String.valueOf(request.getHeaders().getFirst(HttpHeaders.IF_MATCH))
                .getBytes(StandardCharsets.UTF_8));
        var access = Access.of(exchange);
        if (access.mandate() != null) {
            digest.update(access.officer().id().toString().getBytes(StandardCharsets.UTF_8));
        }
        return digest.digest(json.writeValueAsBytes(said(json.readTree(unclassified(body, access)))));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * Without what is left empty or at {@code false}: a member that the contract gets later is so in every earlier request, and a command
     * repeated after an upgrade must stay the same command.
     */
    static JsonNode said(JsonNode node) {
        if (node instanceof ObjectNode members) {
            members.properties().removeIf(member -> saysNothing(said(member.getValue())));
        } else {
            node.forEach(CommandReader::said);
        }
        return node;
    }

    private static boolean saysNothing(JsonNode node) {
        return node.isNull() || node.isContainer() && node.isEmpty() || node.isBoolean() && !node.booleanValue();
    }

    private static @Nullable String address(ServerWebExchange exchange) {
        var remote = exchange.getRequest().getRemoteAddress();
        return remote == null || remote.getAddress() == null
                ? null
                : remote.getAddress().getHostAddress();
    }
}

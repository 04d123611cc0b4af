package io.duban.hotline.open311;

import io.duban.platform.identity.Access;
import io.duban.platform.identity.Officers;
import io.duban.platform.identity.Permissions;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.web.Operation;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpMethod;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;

/** Whose key it is. Only hashes are kept; a key is long and random, so that one round of SHA-256 is enough. */
@Component
class PartnerKeys {

    private static final String FIND = """
            select k.person_id, k.publishes, c.client_id, c.scopes
            from open311_key k join integration_client c on c.person_id = k.person_id
            where k.key_hash = $1 and k.revoked_at is null""";

    private final DatabaseClient database;
    private final Officers officers;
    private final Permissions permissions;

    PartnerKeys(DatabaseClient database, Officers officers, Permissions permissions) {
        this.database = database;
        this.officers = officers;
        this.permissions = permissions;
    }

    /** @throws Refusal {@code E_GEN_SCOPE} in the Mono for a key that is unknown or revoked, or whose partner is disabled */
    Mono<Partner> require(String key) {
        return database.sql(FIND)
                .bind(0, sha256(key))
                .map(row -> new Found(
                        row.get("person_id", UUID.class),
                        row.get("publishes", Boolean.class),
                        row.get("client_id", String.class),
                        Set.of(row.get("scopes", String[].class))))
                .one()
                .flatMap(found -> officers.find(found.personId(), found.clientId(), found.scopes())
                        .map(officer -> new Partner(officer, found.publishes())))
                .switchIfEmpty(Mono.error(PartnerKeys::unknown));
    }

    /**
     * What the partner's row of the matrix lets it do.
     *
     * @param operation as the audit trail names it
     * @throws Refusal {@code E_GEN_SCOPE} when it never can
     */
    Access access(Partner partner, String operation, String permission) {
        var reach = permissions.reach(partner.officer(), permission);
        if (reach.isNone()) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE, "该 api_key 没有此项权限。", "This api_key does not have this permission.");
        }
        var path = PathPatternParser.defaultInstance.parse(Asked.PREFIX + "/**");
        return new Access(
                partner.officer(),
                new Operation(operation, HttpMethod.POST, path, permission, Set.of(), false, false),
                reach);
    }

    private static byte[] sha256(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static Refusal unknown() {
        return Refusal.of(RefusalCode.E_GEN_SCOPE, "api_key 无效。", "The api_key is invalid.");
    }

    private record Found(UUID personId, boolean publishes, String clientId, Set<String> scopes) {}
}

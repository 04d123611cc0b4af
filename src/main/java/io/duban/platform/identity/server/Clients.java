package io.duban.platform.identity.server;

import io.duban.platform.identity.server.ServerProperties.OwnClient;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

/** Our own applications from the settings, third-party systems from their table. */
class Clients implements RegisteredClientRepository {

    /** The client setting that holds the id of the person a third-party system acts as. */
    static final String ACTS_AS = "duban.acts-as";

    private static final Duration SIGNED_IN = Duration.ofDays(30);

    private static final String PARTNER = """
            select c.client_id, c.person_id, c.secret_hash, c.scopes
            from integration_client c join person p on p.id = c.person_id
            where c.client_id = :id and c.secret_hash is not null and p.enabled""";

    private static final String NEW_HASH = """
            update integration_client set secret_hash = :hash where client_id = :id""";

    private final JdbcClient database;
    private final Map<String, RegisteredClient> own;

    Clients(JdbcClient database, Map<String, OwnClient> own) {
        this.database = database;
        this.own = own.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, e -> ours(e.getKey(), e.getValue())));
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return findByClientId(id);
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        RegisteredClient ours = own.get(clientId);
        return ours != null ? ours : partner(clientId);
    }

    /** Called when a secret was hashed by older rules and now has been hashed anew; nothing else about a client changes here. */
    @Override
    public void save(RegisteredClient client) {
        database.sql(NEW_HASH)
                .param("hash", client.getClientSecret())
                .param("id", client.getClientId())
                .update();
    }

    private @Nullable RegisteredClient partner(String clientId) {
        return database.sql(PARTNER)
                .param("id", clientId)
                .query(Clients::theirs)
                .optional()
                .orElse(null);
    }

    private static RegisteredClient ours(String id, OwnClient client) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .redirectUris(uris -> uris.addAll(client.redirectUris()))
                .postLogoutRedirectUris(uris -> uris.addAll(client.afterLogOut()))
                .scopes(scopes -> scopes.addAll(List.of("openid", "profile", "office")))
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(tokens().reuseRefreshTokens(false)
                        .refreshTokenTimeToLive(SIGNED_IN)
                        .build())
                .build();
    }

    private static RegisteredClient theirs(ResultSet row, int number) throws SQLException {
        String id = row.getString("client_id");
        List<String> scopes = List.of((String[]) row.getArray("scopes").getArray());
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret(row.getString("secret_hash"))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_POST)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(all -> all.addAll(scopes))
                .clientSettings(ClientSettings.builder()
                        .setting(ACTS_AS, row.getString("person_id"))
                        .build())
                .tokenSettings(tokens().build())
                .build();
    }

    private static TokenSettings.Builder tokens() {
        return TokenSettings.builder()
                .authorizationCodeTimeToLive(Duration.ofMinutes(1))
                .accessTokenTimeToLive(Duration.ofMinutes(5))
                .idTokenSignatureAlgorithm(SignatureAlgorithm.ES256);
    }
}

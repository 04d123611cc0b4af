package io.duban.platform.identity.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import java.text.ParseException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.OAuth2Authorization;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

/** What our tokens say: access tokens by RFC 9068, and the person's name in the ID token. */
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private static final String INVALID_PROOF = "invalid_dpop_proof";

    private final String audience;
    private final People people;

    TokenClaims(String audience, People people) {
        this.audience = audience;
        this.people = people;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        if (OAuth2TokenType.ACCESS_TOKEN.equals(context.getTokenType())) {
            accessToken(context);
        } else if (context.getAuthorizedScopes().contains("profile")) {
            profile(context);
        }
    }

    // The claims are also stored as JSON, whose reader knows the classic collections but not those of List.of and
    // Map.of.
    private void accessToken(JwtEncodingContext context) {
        context.getJwsHeader().algorithm(SignatureAlgorithm.ES256).type("at+jwt");
        JwtClaimsSet.Builder claims = context.getClaims()
                .audience(Collections.singletonList(audience))
                .claim("client_id", context.getRegisteredClient().getClientId())
                .claim("scope", String.join(" ", context.getAuthorizedScopes()));
        String actsAs = context.getRegisteredClient().getClientSettings().getSetting(Clients.ACTS_AS);
        if (actsAs != null) {
            claims.subject(actsAs);
        }
        Jwt proof = context.get(OAuth2TokenContext.DPOP_PROOF_KEY);
        if (proof != null) {
            claims.claim("cnf", new HashMap<>(Map.of("jkt", thumbprint(proof))));
        } else if (boundToKey(context.getAuthorization())) {
            throw new OAuth2AuthenticationException(INVALID_PROOF);
        }
    }

    // The library checks the proof of a bound token when there is one, but lets a refresh without any proof pass.
    private static boolean boundToKey(@Nullable OAuth2Authorization authorization) {
        var token = authorization == null ? null : authorization.getAccessToken();
        return token != null && token.getClaims() != null && token.getClaims().containsKey("cnf");
    }

    private void profile(JwtEncodingContext context) {
        people.enabled(context.getPrincipal().getName())
                .ifPresent(person -> context.getClaims()
                        .claim("name", person.name())
                        .claim("preferred_username", person.username()));
    }

    // The library binds a token to the caller's key only in its own token generator, which we replace.
    @SuppressWarnings("unchecked")
    private static String thumbprint(Jwt proof) {
        try {
            return JWK.parse((Map<String, Object>) proof.getHeaders().get("jwk"))
                    .computeThumbprint()
                    .toString();
        } catch (ParseException | JOSEException notAKey) {
            throw new OAuth2AuthenticationException(INVALID_PROOF);
        }
    }
}

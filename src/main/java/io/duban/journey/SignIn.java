package io.duban.journey;

import io.duban.journey.Bearer.Tokens;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Signs in at an authorization server the way a browser does: discovery, authorization code with PKCE, and the log-in page's form
 * with its {@code username}, {@code password} and hidden {@code _csrf} fields. Blocking, one call after the other, and with the JDK
 * alone, so that {@link Token} needs no class path but our own classes.
 *
 * <pre>{@code
 * SignIn signIn = new SignIn(URI.create("http://localhost:9000"));
 * Bearer clerk = signIn.person("duban-phone", URI.create("http://127.0.0.1:8085/callback"), "zhang.wei", password);
 * request.header("Authorization", "Bearer " + clerk.accessToken());
 * }</pre>
 */
public final class SignIn {

    private static final String SCOPE = "openid profile office";
    private static final Pattern CSRF_FIELD = Pattern.compile("<input[^>]*\\bname=\"_csrf\"[^>]*>");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");

    private final SecureRandom random = new SecureRandom();
    private final Browser outside = new Browser();
    private final String issuer;
    private final URI authorizationEndpoint;
    private final URI tokenEndpoint;

    /** Reads the discovery document under the issuer. */
    public SignIn(URI issuer) {
        FlatJson found = document(outside.get(URI.create(issuer + "/.well-known/openid-configuration")));
        this.issuer = found.require("issuer");
        this.authorizationEndpoint = URI.create(found.require("authorization_endpoint"));
        this.tokenEndpoint = URI.create(found.require("token_endpoint"));
    }

    /** Logs a person in to one of our applications; the tokens are refreshed when they are about to expire. */
    public Bearer person(String clientId, URI redirectUri, String username, String password) {
        String verifier = secret();
        Tokens first = tokens(Map.of(
                "grant_type",
                "authorization_code",
                "client_id",
                clientId,
                "redirect_uri",
                redirectUri.toString(),
                "code",
                code(clientId, redirectUri, challenge(verifier), username, password),
                "code_verifier",
                verifier));
        return new Bearer(
                first,
                old -> tokens(Map.of(
                        "grant_type",
                        "refresh_token",
                        "client_id",
                        clientId,
                        "refresh_token",
                        Objects.requireNonNull(old.refreshToken(), "signed in without a refresh token"))));
    }

    /** Signs a third-party system in with its secret. */
    public Bearer partner(String clientId, String secret, String... scopes) {
        Map<String, String> asked = Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                clientId,
                "client_secret",
                secret,
                "scope",
                String.join(" ", scopes));
        return new Bearer(tokens(asked), old -> tokens(asked));
    }

    private String code(String clientId, URI redirectUri, String challenge, String username, String password) {
        Browser browser = new Browser();
        String state = secret();
        String query = Browser.form(Map.of(
                "response_type", "code",
                "client_id", clientId,
                "redirect_uri", redirectUri.toString(),
                "scope", SCOPE,
                "state", state,
                "code_challenge", challenge,
                "code_challenge_method", "S256"));
        HttpResponse<String> page =
                browser.follow(browser.get(URI.create(authorizationEndpoint + "?" + query)), redirectUri);
        HttpResponse<String> end = Browser.leadsTo(page, redirectUri)
                ? page
                : browser.follow(browser.post(page.uri(), typed(page, username, password)), redirectUri);
        if (!Browser.leadsTo(end, redirectUri)) {
            throw new IllegalStateException("the log-in of " + username + " ended at " + end.uri());
        }
        return checked(Browser.query(Browser.location(end)), state);
    }

    private static Map<String, String> typed(HttpResponse<String> page, String username, String password) {
        Matcher field = CSRF_FIELD.matcher(page.body());
        Matcher csrf = VALUE.matcher(field.find() ? field.group() : "");
        if (!csrf.find()) {
            throw new IllegalStateException("no log-in form at " + page.uri() + ", status " + page.statusCode());
        }
        return Map.of("_csrf", csrf.group(1), "username", username, "password", password);
    }

    private String checked(Map<String, String> answer, String state) {
        String code = answer.get("code");
        boolean ours = state.equals(answer.get("state")) && issuer.equals(answer.getOrDefault("iss", issuer));
        if (code == null || !ours) {
            throw new IllegalStateException("no code but " + answer);
        }
        return code;
    }

    private Tokens tokens(Map<String, String> asked) {
        Instant before = Instant.now();
        FlatJson given = document(outside.post(tokenEndpoint, asked));
        return new Tokens(
                given.require("access_token"),
                given.find("refresh_token").orElse(null),
                before.plusSeconds(given.find("expires_in").map(Long::valueOf).orElse(0L)));
    }

    private static FlatJson document(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new IllegalStateException(
                    response.uri() + " answered " + response.statusCode() + ": " + response.body());
        }
        return new FlatJson(response.body());
    }

    private String secret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

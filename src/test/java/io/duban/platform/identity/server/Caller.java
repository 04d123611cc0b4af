package io.duban.platform.identity.server;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One browser or application that talks to the server, step by step, so that each step can be looked at. */
final class Caller {

    static final String PHONE = "http://127.0.0.1:8085/callback";
    // The pair of RFC 7636, appendix B.
    static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final URI issuer = RunningServer.INSTANCE.issuer();
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    HttpResponse<String> get(String path, String... headers) {
        var request = HttpRequest.newBuilder(issuer.resolve(path));
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    HttpResponse<String> post(String path, Map<String, String> fields, String... headers) {
        var request = HttpRequest.newBuilder(issuer.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields)));
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    /** A correct authorization request of the phone, with what the test wants otherwise; an empty value leaves a field out. */
    HttpResponse<String> authorize(Map<String, String> otherwise) {
        Map<String, String> asked = new LinkedHashMap<>(Map.of(
                "response_type", "code",
                "client_id", "duban-phone",
                "redirect_uri", PHONE,
                "scope", "openid profile office",
                "state", "a state/with?signs",
                "code_challenge", CHALLENGE,
                "code_challenge_method", "S256"));
        asked.putAll(otherwise);
        asked.values().removeIf(String::isEmpty);
        return get("/oauth2/authorize?" + form(asked), "Accept", "text/html");
    }

    HttpResponse<String> logIn(String username, String password) {
        var csrf = CSRF.matcher(get("/login").body());
        return csrf.find()
                ? post("/login", Map.of("_csrf", csrf.group(1), "username", username, "password", password))
                : get("/login");
    }

    /** All of it: authorization request, log-in, code. */
    JsonNode signIn(String username) {
        authorize(Map.of());
        HttpResponse<String> back = get(location(logIn(username, RunningServer.PASSWORD)));
        return json(exchange(query(back).get("code"), Map.of()));
    }

    HttpResponse<String> exchange(String code, Map<String, String> otherwise) {
        Map<String, String> asked = new LinkedHashMap<>(Map.of(
                "grant_type", "authorization_code",
                "client_id", "duban-phone",
                "redirect_uri", PHONE,
                "code", code,
                "code_verifier", VERIFIER));
        asked.putAll(otherwise);
        return post("/oauth2/token", asked);
    }

    HttpResponse<String> refresh(String token) {
        return post(
                "/oauth2/token",
                Map.of("grant_type", "refresh_token", "client_id", "duban-phone", "refresh_token", token));
    }

    static JsonNode json(HttpResponse<String> response) {
        return JsonMapper.shared().readTree(response.body());
    }

    static JsonNode part(JsonNode token, int which) {
        String encoded = token.asString().split("\\.")[which];
        return JsonMapper.shared().readTree(Base64.getUrlDecoder().decode(encoded));
    }

    static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElseThrow();
    }

    static Map<String, String> query(HttpResponse<String> redirect) {
        return Arrays.stream(URI.create(location(redirect)).getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}

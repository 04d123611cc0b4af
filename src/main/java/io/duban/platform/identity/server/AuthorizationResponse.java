package io.duban.platform.identity.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationException;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeRequestAuthenticationToken;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Sends the browser back to the application. It differs from the library's own in that every answer names us as {@code iss}
 * (RFC 9207), so that an application with several issuers cannot mix them up, and in that a person, not a stack trace, is told when
 * there is nowhere to send them.
 */
class AuthorizationResponse {

    private final URI issuer;
    private final Pages pages;

    AuthorizationResponse(URI issuer, Pages pages) {
        this.issuer = issuer;
        this.pages = pages;
    }

    void granted(HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        var granted = (OAuth2AuthorizationCodeRequestAuthenticationToken) authentication;
        Map<String, @Nullable String> answer = new LinkedHashMap<>();
        answer.put("code", granted.getAuthorizationCode().getTokenValue());
        answer.put("state", granted.getState());
        sendBack(response, granted, answer);
    }

    void refused(HttpServletRequest request, HttpServletResponse response, AuthenticationException exception)
            throws IOException {
        var refusal = (OAuth2AuthorizationCodeRequestAuthenticationException) exception;
        var asked = refusal.getAuthorizationCodeRequestAuthentication();
        if (asked == null || asked.getRedirectUri() == null) {
            pages.notice(request, response, HttpStatus.BAD_REQUEST, "refused");
            return;
        }
        Map<String, @Nullable String> answer = new LinkedHashMap<>();
        answer.put("error", refusal.getError().getErrorCode());
        answer.put("error_description", refusal.getError().getDescription());
        answer.put("state", asked.getState());
        sendBack(response, asked, answer);
    }

    private void sendBack(
            HttpServletResponse response,
            OAuth2AuthorizationCodeRequestAuthenticationToken asked,
            Map<String, @Nullable String> answer)
            throws IOException {
        answer.put("iss", issuer.toString());
        var target = UriComponentsBuilder.fromUriString(Objects.requireNonNull(asked.getRedirectUri()));
        answer.forEach((name, value) -> {
            if (value != null && !value.isEmpty()) {
                target.queryParam(name, UriUtils.encode(value, StandardCharsets.UTF_8));
            }
        });
        response.sendRedirect(target.build(true).toUriString());
    }
}

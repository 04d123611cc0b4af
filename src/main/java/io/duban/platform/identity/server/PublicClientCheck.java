package io.duban.platform.identity.server;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Lets an application without a secret go on to present its token. The name alone proves nothing; what counts is that the token
 * was issued to this client, which the library checks next.
 */
class PublicClientCheck implements AuthenticationProvider {

    private final Clients clients;

    PublicClientCheck(Clients clients) {
        this.clients = clients;
    }

    @Override
    public @Nullable Authentication authenticate(Authentication authentication) {
        var claimed = (OAuth2ClientAuthenticationToken) authentication;
        if (!claimed.getAdditionalParameters().containsKey(PublicClientRequest.TOKEN_IN_HAND)) {
            return null;
        }
        RegisteredClient client = clients.findByClientId(claimed.getPrincipal().toString());
        if (client == null || !client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return OAuth2ClientAuthenticationToken.class.isAssignableFrom(authentication);
    }
}

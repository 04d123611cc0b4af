package io.duban.platform.identity;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusReactiveJwtDecoder;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/** Checks issuer, audience, algorithm, type and expiry of access tokens (RFC 9068, RFC 8725). */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    @Bean
    ReactiveJwtDecoder accessTokenDecoder(
            @Value("${duban.identity.issuer}") String issuer,
            @Value("${duban.identity.jwk-set-uri}") String keys,
            @Value("${duban.identity.audience}") String audience,
            @Value("${duban.identity.algorithms}") Set<String> algorithms,
            @Value("${duban.identity.token-types}") Set<String> types) {
        var decoder = NimbusReactiveJwtDecoder.withJwkSetUri(keys)
                .jwsAlgorithms(known -> {
                    known.clear();
                    algorithms.forEach(name -> known.add(SignatureAlgorithm.from(name)));
                })
                .jwtProcessorCustomizer(processor -> processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(
                        types.stream().map(JOSEObjectType::new).collect(Collectors.toCollection(HashSet::new)))))
                .validateType(false)
                .build();
        decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(
                new JwtTimestampValidator(), new JwtIssuerValidator(issuer), new JwtAudienceValidator(audience)));
        return decoder;
    }
}

package io.duban.hotline.open311;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param enabled whether {@code /open311} exists at all
 * @param endpoint where clients reach {@code /open311/v2}, as discovery tells them; never taken from a request's Host
 * @param jurisdictions the ids served here; with more than one, a client must name its own
 * @param contact who answers questions of developers
 * @param keyService how to get a key
 * @param requestsPerMinute the most one address may ask for in a minute
 */
@ConfigurationProperties("duban.open311")
record Open311Settings(
        boolean enabled,
        String endpoint,
        @DefaultValue("nanhu.gov.cn") List<String> jurisdictions,
        String contact,
        String keyService,
        @DefaultValue("600") int requestsPerMinute) {

    Open311Settings {
        if (jurisdictions.isEmpty()) {
            throw new IllegalArgumentException("duban.open311.jurisdictions names no jurisdiction");
        }
    }
}

package io.duban.platform.integration;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How partners are called back.
 *
 * @param key seals their secrets, 32 bytes in Base64; without it the installation keeps one of its own below its home
 * @param keyId what the sealed secrets call it; a new key gets a new id
 * @param earlierKeys what was sealed with before, by id, still to be opened
 * @param ports that an endpoint may be on
 * @param allowedNetworks the security administrator's exceptions, as {@code 10.1.2.0/24}: endpoints there are reached although they are not public, and may be
 *     named by number, at any port and without TLS
 * @param retries the waits between attempts, each of them varied by a fifth; after the last one a message is given up
 * @param patience for an answer
 * @param disableAfter so long without a success, an endpoint is disabled
 * @param keep how long deliveries are kept, sent or not
 * @param lookEvery how often due deliveries are looked for, when nobody tells of them
 * @param lease an attempt that has not ended by then is taken over, so it is some seconds longer than the patience
 * @param atOnce attempts of one instance at the same time
 * @param perEndpoint attempts at one endpoint at the same time
 * @param mostEndpoints of one partner
 */
@ConfigurationProperties("duban.webhooks")
record WebhookProperties(
        @Nullable String key,
        @DefaultValue("1") String keyId,
        @DefaultValue Map<String, String> earlierKeys,
        @DefaultValue({"443", "8443"}) Set<Integer> ports,
        @DefaultValue Set<String> allowedNetworks,

        @DefaultValue({"5s", "5m", "30m", "2h", "5h", "10h", "14h", "20h", "24h"})
        List<Duration> retries,

        @DefaultValue("10s") Duration patience,
        @DefaultValue("72h") Duration disableAfter,
        @DefaultValue("30d") Duration keep,
        @DefaultValue("1s") Duration lookEvery,
        @DefaultValue("30s") Duration lease,
        @DefaultValue("128") int atOnce,
        @DefaultValue("4") int perEndpoint,
        @DefaultValue("20") int mostEndpoints) {}

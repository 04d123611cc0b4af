package io.duban.platform.evidence;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code duban.evidence.*}.
 *
 * @param store where files are kept
 * @param s3 how the bucket is reached; null unless {@code store} is {@code s3}
 * @param uploadExpires how long the bytes of an unfinished upload are kept
 * @param uploadStalledAfter after how long without a byte the connection of an upload may be taken over by its sender's next one
 */
@ConfigurationProperties("duban.evidence")
record EvidenceSettings(
        @DefaultValue("local") Store store,
        @Nullable S3 s3,
        @DefaultValue("7d") Duration uploadExpires,
        @DefaultValue("2s") Duration uploadStalledAfter) {

    EvidenceSettings {
        if (store == Store.S3 && s3 == null) {
            throw new IllegalArgumentException("duban.evidence.store is s3, so duban.evidence.s3.* must be set");
        }
    }

    /** Where files are kept. */
    enum Store {
        /** On this machine, under {@code duban.home}. */
        LOCAL,
        /** In a bucket, for more than one instance. */
        S3
    }

    /**
     * @param endpoint address of the server, such as {@code https://s3.example.gov.cn}
     * @param bucket must exist
     * @param region any name for servers that have none
     * @param accessKey its user
     * @param secretKey its password
     */
    record S3(
            String endpoint,
            String bucket,
            @DefaultValue("us-east-1") String region,
            String accessKey,
            String secretKey) {

        // A record's own toString would put the password into the log.
        @Override
        public String toString() {
            return endpoint + "/" + bucket;
        }
    }
}

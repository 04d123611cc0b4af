package io.duban.platform.realtime;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How streams live and end.
 *
 * @param heartbeat a comment after so long without an event keeps proxies from closing the line
 * @param lifetime a stream ends after 0.8 to 1 of it, so that phones spread over instances and tokens are looked at again
 * @param patience a client that does not read for so long is cut
 * @param unacknowledged a connection whose other end acknowledges nothing for so long is broken: a NAT has forgotten it, or a phone is in a tunnel
 * @param retention a cursor that missed something older is answered with a reset
 * @param perClient streams of one person through one app; the oldest gives way
 * @param tail events kept in memory for resuming without the database; rounded up to a power of two
 */
@ConfigurationProperties("duban.realtime")
record StreamRules(
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("10m") Duration lifetime,
        @DefaultValue("30s") Duration patience,
        @DefaultValue("60s") Duration unacknowledged,
        @DefaultValue("72h") Duration retention,
        @DefaultValue("3") int perClient,
        @DefaultValue("16384") int tail) {

    private static final Duration MARGIN = Duration.ofDays(1);

    /** In what was recorded so long ago, and later, lies everything that a cursor which is honoured can still be sent. */
    Duration window() {
        return retention.plus(MARGIN);
    }
}

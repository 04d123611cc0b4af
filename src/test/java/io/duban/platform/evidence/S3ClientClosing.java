package io.duban.platform.evidence;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/** The S3 client waits for its connections on one of Netty's threads when it is closed, and only then. */
public class S3ClientClosing implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        builder.allowBlockingCallsInside(
                "software.amazon.awssdk.http.nio.netty.internal.HonorCloseOnReleaseChannelPool", "close");
    }
}

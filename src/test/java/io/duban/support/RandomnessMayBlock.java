package io.duban.support;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/**
 * Lets ids be made on event loops: the kernel's random device is read like a file but never waits once it is seeded, and the generators of
 * ids take a lock around that one read, for which several event loops may have to wait in turn, and another while it is made, at the
 * first id of all.
 */
public class RandomnessMayBlock implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        builder.allowBlockingCallsInside("java.security.SecureRandom", "nextBytes")
                .allowBlockingCallsInside("com.github.f4b6a3.uuid.factory.standard.TimeOrderedEpochFactory", "create")
                .allowBlockingCallsInside("com.github.f4b6a3.uuid.factory.standard.RandomBasedFactory", "create")
                .allowBlockingCallsInside("com.github.f4b6a3.uuid.UuidCreator$Proxy", "get");
    }
}

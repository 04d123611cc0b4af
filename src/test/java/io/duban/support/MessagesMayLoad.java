package io.duban.support;

import reactor.blockhound.BlockHound;
import reactor.blockhound.integration.BlockHoundIntegration;

/** Lets the texts of a failed validation be read from their jar: once for each language, then they are known. */
public class MessagesMayLoad implements BlockHoundIntegration {

    @Override
    public void applyTo(BlockHound.Builder builder) {
        builder.allowBlockingCallsInside("java.util.ResourceBundle", "getBundleImpl");
    }
}

package io.duban.platform.integration;

import java.net.ConnectException;

/** A name led to an address that nothing is sent to. Says neither: who registers names must not learn our network by trying. */
final class AddressRefused extends ConnectException {

    AddressRefused() {
        super("the address is not one that partners are called back at");
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}

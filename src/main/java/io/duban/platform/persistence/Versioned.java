package io.duban.platform.persistence;

import java.util.UUID;

/** A row whose every change makes the next version; versions start at 1. */
public interface Versioned {

    UUID id();

    long version();
}

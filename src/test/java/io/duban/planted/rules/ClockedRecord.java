package io.duban.planted.rules;

import java.time.Instant;

/** Planted. */
record ClockedRecord(String name) {
    Instant today() {
        return Instant.now();
    }
}

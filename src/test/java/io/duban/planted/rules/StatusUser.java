package io.duban.planted.rules;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Planted. */
class StatusUser {
    RuntimeException no() {
        return new ResponseStatusException(HttpStatus.CONFLICT);
    }
}

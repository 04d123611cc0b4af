package io.duban.platform.uploads;

import io.duban.platform.evidence.PartFiles;
import io.duban.platform.jobs.Job;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Unfinished uploads do not stay for ever. Their declarations do: the file is still missing, and can be sent anew. */
@Component
class UploadExpiry {

    private final Uploads uploads;
    private final PartFiles parts;
    private final Clock clock;

    UploadExpiry(Uploads uploads, PartFiles parts, Clock clock) {
        this.uploads = uploads;
        this.parts = parts;
        this.clock = clock;
    }

    /** Removes what has expired, also bytes on this disk of uploads that another instance brought to their end. */
    Mono<Void> expire() {
        return Mono.defer(() -> {
            var now = clock.instant();
            return uploads.findByExpiresAtBeforeAndRefusedCodeIsNull(now)
                    .concatMap(upload -> parts.discard(upload.id()).then(uploads.close(upload.id())))
                    .then(Mono.defer(() -> parts.removeUntouchedSince(now.minus(parts.keptFor()))));
        });
    }

    /** Its turn, once an hour. */
    @Configuration(proxyBeanMethods = false)
    static class Turn {

        @Bean
        Job uploadExpiryJob(UploadExpiry expiry) {
            return Job.onEachInstance("the expiry of unfinished uploads", Duration.ofHours(1), expiry::expire);
        }
    }
}

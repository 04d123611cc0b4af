package io.duban.platform.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;

class DoorbellTests {

    private final Doorbell doorbell = new Doorbell();

    @Test
    void aListenerThatFailsHarmsNeitherWhoRingsNorTheNextRing() {
        var heard = new AtomicInteger();
        doorbell.rings().subscribe(ring -> heard.incrementAndGet());
        doorbell.ownRings().subscribe(new Failing());

        assertThatCode(doorbell::ring).doesNotThrowAnyException();
        doorbell.ring();

        assertThat(heard).hasValue(2);
    }

    private static final class Failing implements CoreSubscriber<Long> {

        @Override
        public void onSubscribe(Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(Long ring) {
            throw new IllegalStateException("cannot listen");
        }

        @Override
        public void onError(Throwable fault) {}

        @Override
        public void onComplete() {}
    }
}

package io.duban.platform.commands;

import reactor.core.publisher.Mono;

/**
 * The one place where writes are shielded from their caller. A phone that hangs up must not cancel what it asked for half-way: R2DBC leaves a
 * cancelled connection where it stood, and the next borrower would go on from there.
 */
final class Shield {

    private Shield() {}

    static <T> Mono<T> uncancellable(Mono<T> work) {
        return Mono.deferContextual(
                context -> Mono.fromFuture(() -> work.contextWrite(context).toFuture(), true));
    }
}

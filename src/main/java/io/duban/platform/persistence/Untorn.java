package io.duban.platform.persistence;

import reactor.core.publisher.Mono;

/**
 * Reads what lies in several rows as it stood at one moment: the head is looked at again after its parts, and everything is read anew when it
 * moved meanwhile. Else an old head with new parts would be refused for a reason that was never true.
 */
public final class Untorn {

    private static final int MOST_READINGS = 20;

    private Untorn() {}

    /**
     * @param whole reads head and parts, the head first
     * @param head reads the head alone; every change of a part moves its version
     */
    public static <T extends Versioned> Mono<T> read(Mono<T> whole, Mono<? extends Versioned> head) {
        return whole.flatMap(read ->
                        head.filter(now -> now.version() == read.version()).map(same -> read))
                .repeatWhenEmpty(MOST_READINGS, again -> again);
    }
}

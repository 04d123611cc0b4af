package io.duban.planted.rules;

import reactor.core.publisher.Mono;

/** Planted. */
class Blocking {
    String wait(Mono<String> answer) {
        return answer.block();
    }
}

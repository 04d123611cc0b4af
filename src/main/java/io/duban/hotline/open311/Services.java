package io.duban.hotline.open311;

import io.duban.platform.problem.Refusal;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The services offered, in the order they are shown. */
interface Services {

    Flux<Service> all();

    /** @throws Refusal {@code E_WEB_NOT_FOUND} in the Mono for a code that is not offered */
    default Mono<Service> require(String code) {
        return all().filter(service -> service.code().equals(code)).next().switchIfEmpty(Mono.error(Refusal::notFound));
    }
}

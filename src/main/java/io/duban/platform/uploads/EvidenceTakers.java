package io.duban.platform.uploads;

import io.duban.platform.identity.Officer;
import io.duban.platform.problem.Refusal;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Finds the module that a declared file is for. Two for the same kind of subject stop the start. */
@Component
class EvidenceTakers {

    private final Map<String, EvidenceTaker> bySubjectType;

    EvidenceTakers(ObjectProvider<EvidenceTaker> takers) {
        bySubjectType = takers.stream().collect(Collectors.toMap(EvidenceTaker::subjectType, Function.identity()));
    }

    EvidenceTaker of(DeclaredFile declaration) {
        var taker = bySubjectType.get(declaration.subjectType());
        if (taker == null) {
            throw new IllegalStateException("No EvidenceTaker for " + declaration.subjectType());
        }
        return taker;
    }

    /** The work it is evidence of, or {@code E_WEB_NOT_FOUND} when this officer may not send it, or not any longer. */
    Mono<EvidenceTask> requireTask(DeclaredFile declaration, Officer officer) {
        return of(declaration).task(declaration, officer).switchIfEmpty(Mono.error(Refusal::notFound));
    }
}

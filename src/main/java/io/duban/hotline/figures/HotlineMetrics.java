package io.duban.hotline.figures;

import io.duban.platform.statistics.Measure;
import io.duban.platform.statistics.Metrics;
import io.duban.platform.statistics.PeriodLock;
import io.duban.platform.statistics.Question;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * How the hotline goes (domain 2.5, appendix D), for the office and for the public. A period whose last month is locked is answered as it stood when
 * it was locked; what was corrected later is an adjustment.
 */
@Component
class HotlineMetrics implements Metrics {

    static final String GROUP = "hotline";

    private final DispatchRates dispatches;
    private final CallbackRates callbacks;
    private final Composite composite;
    private final DueRates due;
    private final IntakeRates intake;
    private final ClosingRates closings;
    private final CallRates calls;
    private final PeriodLock lock;

    HotlineMetrics(
            DispatchRates dispatches,
            CallbackRates callbacks,
            Composite composite,
            DueRates due,
            IntakeRates intake,
            ClosingRates closings,
            CallRates calls,
            PeriodLock lock) {
        this.dispatches = dispatches;
        this.callbacks = callbacks;
        this.composite = composite;
        this.due = due;
        this.intake = intake;
        this.closings = closings;
        this.calls = calls;
        this.lock = lock;
    }

    @Override
    public String group() {
        return GROUP;
    }

    @Override
    public Flux<Measure> measures(Question question) {
        return lock.heldTo(question).flatMapMany(this::asOf);
    }

    /** As things stood at the question's instant, whether the period was locked then or not. */
    Flux<Measure> asOf(Question question) {
        return Flux.concat(
                threeRates(question),
                due.measures(question),
                intake.measures(question),
                closings.measures(question),
                calls.measures(question));
    }

    private Flux<Measure> threeRates(Question question) {
        return Flux.concat(dispatches.measures(question), callbacks.measures(question))
                .collectList()
                .flatMapMany(rates -> Flux.concat(Flux.fromIterable(rates), composite.measures(rates, question)));
    }
}

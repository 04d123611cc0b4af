package io.duban.supervision.figures;

import io.duban.platform.statistics.Measure;
import io.duban.platform.statistics.Metrics;
import io.duban.platform.statistics.Question;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * How supervision goes (domain 2.4.6, appendix D). Figures of units come by unit; those of the supervision office come as a whole. None rests on
 * cards or conclusions, so what is withdrawn, changed or revoked of them leaves every figure as it is.
 */
@Component
class SupervisionMetrics implements Metrics {

    private final MatterRates matters;
    private final PartRates parts;
    private final OverdueParts overdue;
    private final Burden burden;
    private final OfficeRates office;
    private final Restraint restraint;

    SupervisionMetrics(
            MatterRates matters,
            PartRates parts,
            OverdueParts overdue,
            Burden burden,
            OfficeRates office,
            Restraint restraint) {
        this.matters = matters;
        this.parts = parts;
        this.overdue = overdue;
        this.burden = burden;
        this.office = office;
        this.restraint = restraint;
    }

    @Override
    public String group() {
        return "supervision";
    }

    @Override
    public Flux<Measure> measures(Question question) {
        return Flux.concat(
                matters.measures(question),
                parts.measures(question),
                overdue.measures(question),
                burden.measures(question),
                office.measures(question),
                restraint.measures(question));
    }
}

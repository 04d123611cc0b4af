package io.duban.instructions;

import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Role;
import io.duban.platform.statistics.ClockRates;
import io.duban.platform.statistics.Cohort;
import io.duban.platform.statistics.Measure;
import io.duban.platform.statistics.Measure.About;
import io.duban.platform.statistics.Metrics;
import io.duban.platform.statistics.Question;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * What became of leaders' words (domain 2.3, appendix D), by their feedback clocks and the log. Units are those the words were given to.
 * The log does not name the leader or the units: they are read from the instruction, which never changes them once it is assigned.
 */
@Component
class InstructionMetrics implements Metrics {

    // A row for each unit it was given to; the same clock counts once.
    private static final String CLOCKS = """
            select c.id, c.subject_id, unit_id, c.original_due_at, c.current_due_at, c.satisfied_at,
                   case when %s then (select name from person where person.id = i.leader_id) end as part,
                   case when i.status = 'CANCELLED' then 'CANCELLED' end as excluded
            from deadline c join leader_instruction i on i.id = c.subject_id
            cross join lateral unnest(case when i.unit_ids = '{}' then array[null::uuid] else i.unit_ids end) as unit_id
            where c.subject_type = 'instruction.leader' and c.step = 'HANDLE'""";

    // Struck off stands where the clock has what satisfied it, so that the same conventions count it.
    private static final String STRUCK_OFF = """
            select id, unit_id, part, excluded, original_due_at, current_due_at, case when exists (
                select from event_log e where e.subject_id = handled.subject_id and e.type = 'instruction.leader.struckOff')
                then least(original_due_at, current_due_at) end as satisfied_at
            from (%s) handled""";

    private final ClockRates clocks;

    InstructionMetrics(ClockRates clocks) {
        this.clocks = clocks;
    }

    @Override
    public String group() {
        return "instructions";
    }

    @Override
    public Flux<Measure> measures(Question question) {
        var asked = CLOCKS.formatted(named(question.officer()));
        return Flux.concat(feedback(asked, question), strikeOff(asked, question));
    }

    /** {@code ins.feedbackOnTimeRate} (批示按期反馈率): reported to the leader by the due time / due in the period. */
    private Flux<Measure> feedback(String asked, Question question) {
        return clocks.onTime(About.everything("ins.feedbackOnTimeRate", Cohort.DUE), asked, question);
    }

    /** {@code ins.strikeOffRate} (批示销号率): struck off until now, whenever / due in the period. */
    private Flux<Measure> strikeOff(String asked, Question question) {
        return clocks.onTime(About.everything("ins.strikeOffRate", Cohort.DUE), STRUCK_OFF.formatted(asked), question);
    }

    /** Whose words are told apart by name: the director sees every leader's, a leader his own, anybody else nobody's. */
    private static String named(@Nullable Officer officer) {
        return officer == null || officer.has(Role.OFFICE_DIRECTOR)
                ? "true"
                : "i.leader_id = '%s'::uuid".formatted(officer.id());
    }
}

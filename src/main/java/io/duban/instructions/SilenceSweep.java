package io.duban.instructions;

import static io.duban.instructions.InstructionMove.STRIKE_OFF_BY_SILENCE;

import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.jobs.Job;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/**
 * Where a district has decided so: what the leader was told and has not answered for INS_AUTO_STRIKE counts as handled (如领导无新的批示,可视为办结).
 * Off unless it is switched on: else silence closes nothing.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("duban.instructions.strike-off-by-silence")
class SilenceSweep {

    private static final int AT_ONCE = 100;

    private final LeaderInstructions instructions;
    private final FeedbackClock feedback;
    private final Commands commands;
    private final Clock clock;

    SilenceSweep(LeaderInstructions instructions, FeedbackClock feedback, Commands commands, Clock clock) {
        this.instructions = instructions;
        this.feedback = feedback;
        this.commands = commands;
        this.clock = clock;
    }

    @Bean
    Job silenceSweepJob(@Value("${duban.instructions.silence-every:15m}") Duration every) {
        return new Job("the sweep of silent leaders", every, this::sweep);
    }

    Mono<Void> sweep() {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return instructions
                .findSilent(now, AT_ONCE)
                .collectList()
                .flatMapIterable(silent -> silent)
                .filterWhen(told -> feedback.isSilentForTooLong(told, now), 1)
                .concatMap(told -> commands.unattended("strikeOffBySilence", struck(told, now)))
                .then();
    }

    /** Read again, since he may have spoken meanwhile. */
    private Mono<Outcome<InstructionFile>> struck(LeaderInstruction told, Instant now) {
        return instructions
                .findById(told.id())
                .filter(present -> present.version() == told.version())
                .map(present -> struckOff(InstructionFile.of(present), now));
    }

    private static Outcome<InstructionFile> struckOff(InstructionFile file, Instant now) {
        var course = file.instruction().course().with(Course.Ending.bySilence(now));
        var struck = file.with(file.instruction().after(STRIKE_OFF_BY_SILENCE, course, now));
        return Closing.of(struck, now)
                .announcing(Event.of("struckOff", Priority.INFO, struck, now)
                        .to(Set.of(file.instruction().leaderId())));
    }
}

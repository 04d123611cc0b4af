package io.duban.instructions;

import io.duban.platform.commands.ClockCopy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** An instruction shows until when the leader is to hear of it; what its tasks say was given. */
@Configuration(proxyBeanMethods = false)
class InstructionClockCopies {

    private static final String INSTRUCTION = """
            update leader_instruction i set version = i.version + 1, due_at = m.due_at, warn_at = m.warn_at
            from moves m
            where m.subject_type = 'instruction.leader' and i.id = m.subject_id and m.step = 'HANDLE' and i.due_at = m.due_before
            returning i.id as subject_id""";

    @Bean
    ClockCopy instructionClockCopy() {
        return ClockCopy.of(INSTRUCTION);
    }
}

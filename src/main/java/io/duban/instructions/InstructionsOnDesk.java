package io.duban.instructions;

import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Reach;
import io.duban.platform.todos.DeskKind;
import io.duban.platform.todos.DeskLine;
import io.duban.platform.todos.DeskLines;
import io.duban.platform.todos.DeskQuery;
import io.duban.platform.todos.DeskSubject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Leaders' words on a desk. */
@Component
class InstructionsOnDesk implements DeskKind {

    private final DeskLines lines;
    private final InstructionFiles files;

    InstructionsOnDesk(DeskLines lines, InstructionFiles files) {
        this.lines = lines;
        this.files = files;
    }

    @Override
    public String kind() {
        return "INSTRUCTION";
    }

    @Override
    public Flux<DeskLine> lines(DeskQuery query) {
        return lines.read(kind(), LeaderInstruction.SUBJECT_TYPE, "leader_instruction", query);
    }

    @Override
    public Flux<DeskSubject> subjects(Set<UUID> ids, Officer officer, Reach reach, Instant now) {
        return files.inReach(ids, reach)
                .map(file -> new DeskSubject(
                        file.id(),
                        file.version(),
                        file.title(),
                        file.state(),
                        InstructionView.legal(file, officer, now),
                        List.of()));
    }
}

package io.duban.supervision.matters;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Commands;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Directory;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Holds a submission until every repetition that was found is answered: by merging the draft, or by a written reason why both are needed. */
@Component
class DuplicateCheck {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd").withZone(ZoneId.of("Asia/Shanghai"));

    private final DuplicateSearch search;
    private final Directory directory;
    private final Commands commands;

    DuplicateCheck(DuplicateSearch search, Directory directory, Commands commands) {
        this.search = search;
        this.directory = directory;
        this.commands = commands;
    }

    Mono<List<DuplicateMatch>> found(SupervisionMatter matter, Command command) {
        return search.of(matter, command.officer(), command.now()).collectList();
    }

    /**
     * The repetitions of it, when each has its reason.
     *
     * @param reasons by the id of the matter that is repeated
     * @throws Refusal {@code E_SUP_DUPLICATE} naming those without; that it was intercepted is kept, though the command changes nothing
     */
    Mono<List<DuplicateMatch>> requireAnswered(SupervisionMatter matter, Map<UUID, String> reasons, Command command) {
        return found(matter, command).flatMap(matches -> {
            var open = matches.stream()
                    .filter(match -> reasons.getOrDefault(match.matterId(), "").isBlank())
                    .toList();
            return open.isEmpty() ? Mono.just(matches) : intercepted(matter, open, command);
        });
    }

    /** Tells whoever drafted it; the event is of the finding, its subject is the draft. */
    static Event event(MatterFile draft, Command command) {
        return new Event(
                "supervision.duplicate.found",
                Priority.ACTION,
                draft.subjectType(),
                draft.id(),
                draft.version(),
                draft.title(),
                draft.state(),
                draft.audience(),
                Set.of(command.officer().id()),
                null,
                AlertLight.NONE,
                command.now());
    }

    private Mono<List<DuplicateMatch>> intercepted(
            SupervisionMatter matter, List<DuplicateMatch> open, Command command) {
        var kept = Outcome.about(MatterFile.drafted(matter));
        open.forEach(match ->
                kept.inserting(Duplicate.of(matter.id(), match, Duplicate.Outcome.INTERCEPTED, null, command)));
        return commands.unattended("keepDuplicate", Mono.just(kept))
                .then(directory.names(units(open)))
                .flatMap(names -> Mono.error(refusal(open, names)));
    }

    private static Refusal refusal(List<DuplicateMatch> open, Map<UUID, String> names) {
        var chinese = open.stream()
                .map(match -> "%s(%s,对象:%s,%s起)"
                        .formatted(
                                match.title() == null ? "在办事项" : "《" + match.title() + "》",
                                match.matterId(),
                                named(match, names, "、"),
                                DAY.format(match.since())))
                .collect(Collectors.joining(";"));
        var english = open.stream()
                .map(match -> "%s (objects %s, since %s)"
                        .formatted(match.matterId(), named(match, names, ", "), DAY.format(match.since())))
                .collect(Collectors.joining("; "));
        return Refusal.of(
                RefusalCode.E_SUP_DUPLICATE,
                "与在办督查事项重复:%s。请并入该事项,或逐项写明仍须另行督查的理由。".formatted(chinese),
                "Already supervised: %s. Merge the draft, or give a reason for each.".formatted(english));
    }

    private static String named(DuplicateMatch match, Map<UUID, String> names, String between) {
        return match.objectUnitIds().stream()
                .map(unit -> names.getOrDefault(unit, unit.toString()))
                .sorted()
                .collect(Collectors.joining(between));
    }

    private static Set<UUID> units(List<DuplicateMatch> matches) {
        return matches.stream().flatMap(match -> match.objectUnitIds().stream()).collect(Collectors.toSet());
    }
}

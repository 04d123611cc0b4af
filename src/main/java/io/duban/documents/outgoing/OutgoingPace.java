package io.duban.documents.outgoing;

import io.duban.platform.calendar.OfficeTime;
import io.duban.platform.statistics.ClockRates;
import io.duban.platform.statistics.Cohort;
import io.duban.platform.statistics.Measure;
import io.duban.platform.statistics.Measure.About;
import io.duban.platform.statistics.Metrics;
import io.duban.platform.statistics.Question;
import io.duban.platform.statistics.Rate;
import io.r2dbc.spi.Readable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * How papers get along (domain 2.2, appendix D), by the events of the log. The log does not name the drafting unit: it is read from the paper,
 * where it never changes.
 */
@Component
class OutgoingPace implements Metrics {

    private static final String ROUNDS = """
            select unit_id, count(*) as signed, coalesce(sum(rounds), 0)::bigint as rounds from (
                select d.drafting_unit_id as unit_id, (select count(*) from event_log back
                    where back.subject_id = s.subject_id and back.type = 'document.outgoing.returned' and back.position < s.position) as rounds
                from event_log s join outgoing_document d on d.id = s.subject_id
                where s.type = 'document.outgoing.signed' and s.occurred_at >= :start and s.occurred_at < :end
                  and not exists (select from event_log earlier
                      where earlier.subject_id = s.subject_id and earlier.type = s.type and earlier.position < s.position)) first_signed
            where %s
            group by grouping sets ((), (unit_id))
            order by grouping(unit_id) desc""".formatted(Question.REACHES);

    private static final String REVIEWS = """
            select unit_id,
                   count(*) filter (where ended = 'document.outgoing.returned') as returned,
                   count(*) filter (where ended <> 'document.outgoing.withdrawn') as ended,
                   count(*) filter (where ended = 'document.outgoing.withdrawn') as withdrawn
            from (
                select d.drafting_unit_id as unit_id, next.type as ended, next.occurred_at as at
                from event_log s join outgoing_document d on d.id = s.subject_id
                cross join lateral (
                    select n.type, n.occurred_at from event_log n
                    where n.subject_id = s.subject_id and n.position > s.position and n.type in ('document.outgoing.returned',
                        'document.outgoing.awaitingSignature', 'document.outgoing.notIssued', 'document.outgoing.withdrawn')
                    order by n.position limit 1) next
                where s.type = 'document.outgoing.submitted' and s.occurred_at < :end) reviewed
            where at >= :start and at < :end and %s
            group by grouping sets ((), (unit_id))
            order by grouping(unit_id) desc""".formatted(Question.REACHES);

    private static final String SIGNINGS = """
            select unit_id, asked_at, signed_at from (
                select d.drafting_unit_id as unit_id, s.occurred_at as signed_at, (
                    select max(a.occurred_at) from event_log a where a.subject_id = s.subject_id and a.position < s.position
                      and a.type in ('document.outgoing.awaitingSignature', 'document.outgoing.returnedToSigner')) as asked_at
                from event_log s join outgoing_document d on d.id = s.subject_id
                where s.type = 'document.outgoing.signed' and s.occurred_at >= :start and s.occurred_at < :end) signed
            where asked_at is not null and %s""".formatted(Question.REACHES);

    private static final String RECEIPTS = """
            select id, substr(step, 10)::uuid as unit_id, null as part, null as excluded, original_due_at, current_due_at, satisfied_at
            from deadline where subject_type = 'document.outgoing' and step like 'SIGN_FOR:%'""";

    // An extension of a co-signature is a clock of its own; its date is the current one of the first.
    private static final String COSIGNS = """
            select c.id, substr(c.step, 8)::uuid as unit_id, null as part, c.original_due_at,
                   coalesce(more.current_due_at, c.current_due_at) as current_due_at, coalesce(more.satisfied_at, c.satisfied_at) as satisfied_at,
                   case when d.status in ('WITHDRAWN', 'NOT_ISSUED') and coalesce(more.satisfied_at, c.satisfied_at) is null
                        then 'CANCELLED' end as excluded
            from deadline c join outgoing_document d on d.id = c.subject_id
            left join lateral (
                select m.current_due_at, m.satisfied_at from deadline m
                where m.subject_id = c.subject_id and m.step = 'COSIGN_EXTENDED:' || substr(c.step, 8) and m.trigger_at >= c.trigger_at
                order by m.trigger_at limit 1) more on true
            where c.subject_type = 'document.outgoing' and c.step like 'COSIGN:%'""";

    private final DatabaseClient database;
    private final ClockRates clocks;
    private final OfficeTime officeTime;

    OutgoingPace(DatabaseClient database, ClockRates clocks, OfficeTime officeTime) {
        this.database = database;
        this.clocks = clocks;
        this.officeTime = officeTime;
    }

    private record Signing(UUID unitId, Instant askedAt, Instant signedAt) {}

    @Override
    public String group() {
        return OutgoingVolume.GROUP;
    }

    @Override
    public Flux<Measure> measures(Question question) {
        return Flux.concat(
                rounds(question), reviews(question), signings(question), receipts(question), cosigns(question));
    }

    /** {@code doc.draftRounds} (平均退改次数): returns before the first signature / papers first signed in the period. */
    private Flux<Measure> rounds(Question question) {
        return question.bindTo(database.sql(ROUNDS))
                .map(row -> Measure.mean(
                        about("doc.draftRounds", Cohort.SIGNED, row), number(row, "rounds"), number(row, "signed")))
                .all();
    }

    /**
     * {@code doc.reviewReturnRate} (核稿退回率): submissions the office returned / submissions whose review ended in the period, by return, by
     * presentation to a signer or by refusal to issue; taken back by the unit is excluded as WITHDRAWN.
     */
    private Flux<Measure> reviews(Question question) {
        return question.bindTo(database.sql(REVIEWS))
                .map(row -> Measure.rate(
                        about("doc.reviewReturnRate", Cohort.REVIEWED, row),
                        Rate.of(
                                number(row, "returned"),
                                number(row, "ended"),
                                List.of(new Rate.Exclusion("WITHDRAWN", number(row, "withdrawn"))))))
                .all();
    }

    /**
     * {@code doc.signingHours} (签发时长): working hours from the last request for this signature to the signature, of signatures in the
     * period; mean and 90th percentile.
     */
    private Flux<Measure> signings(Question question) {
        return question.bindTo(database.sql(SIGNINGS))
                .mapProperties(Signing.class)
                .all()
                .collectList()
                .zipWith(officeTime.counting(), OutgoingPace::hours)
                .flatMapMany(Flux::fromIterable);
    }

    /** {@code doc.receiptOnTimeRate} (签收及时率): receipts in time / receipts due in the period, by the unit that was to sign for it. */
    private Flux<Measure> receipts(Question question) {
        return clocks.onTime(About.everything("doc.receiptOnTimeRate", Cohort.DUE), RECEIPTS, question);
    }

    /** {@code doc.cosignOnTimeRate} (会签及时率; appendix D has no id for it): opinions in time / opinions due in the period, by the unit asked. */
    private Flux<Measure> cosigns(Question question) {
        return clocks.onTime(About.everything("doc.cosignOnTimeRate", Cohort.DUE), COSIGNS, question);
    }

    private static List<Measure> hours(List<Signing> signings, BiFunction<Instant, Instant, Duration> officeTime) {
        var about = About.everything("doc.signingHours", Cohort.SIGNED);
        var byUnit = signings.stream().collect(Collectors.groupingBy(Signing::unitId));
        return Stream.concat(
                        Stream.of(Measure.hours(about, taken(signings, officeTime))),
                        byUnit.entrySet().stream()
                                .map(unit ->
                                        Measure.hours(about.unit(unit.getKey()), taken(unit.getValue(), officeTime))))
                .toList();
    }

    private static List<Duration> taken(List<Signing> signings, BiFunction<Instant, Instant, Duration> officeTime) {
        return signings.stream()
                .map(signing -> officeTime.apply(signing.askedAt(), signing.signedAt()))
                .toList();
    }

    private static About about(String metric, Cohort cohort, Readable row) {
        return new About(metric, cohort, row.get("unit_id", UUID.class), null);
    }

    private static long number(Readable row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class), column);
    }
}

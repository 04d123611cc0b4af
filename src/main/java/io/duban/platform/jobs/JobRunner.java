package io.duban.platform.jobs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/**
 * Runs every {@link Job} from start to stop; a run that fails is logged and tried again at the next turn. The turns of those who do not lead come and
 * go without work, so that whoever takes over is never a whole pause behind.
 */
@Component
class JobRunner implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);

    private final List<Job> jobs;
    private final Leadership leadership;
    private Disposable.@Nullable Composite running;

    JobRunner(List<Job> jobs, Leadership leadership) {
        this.jobs = jobs;
        this.leadership = leadership;
    }

    @Override
    public synchronized void start() {
        var all = Disposables.composite();
        jobs.forEach(job -> all.add(again(job).subscribe()));
        running = all;
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.dispose();
            running = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }

    private Mono<Void> again(Job job) {
        return Mono.delay(job.every())
                .then(turn(job))
                .doOnError(fault -> log.warn("{} failed and will be tried again: {}", job.name(), fault.toString()))
                .onErrorComplete()
                .then()
                .repeat()
                .then();
    }

    private Mono<?> turn(Job job) {
        var work = Mono.defer(job.work());
        return switch (job.where()) {
            case ONE_INSTANCE -> leadership.whileHeld(work);
            case EACH_INSTANCE -> work;
        };
    }
}

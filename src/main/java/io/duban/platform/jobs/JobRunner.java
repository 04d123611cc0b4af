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

/** Runs every {@link Job} from start to stop; a run that fails is logged and tried again at the next turn. */
@Component
class JobRunner implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);

    private final List<Job> jobs;
    private Disposable.@Nullable Composite running;

    JobRunner(List<Job> jobs) {
        this.jobs = jobs;
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

    private static Mono<Void> again(Job job) {
        return Mono.delay(job.every())
                .then(Mono.defer(job.work()))
                .doOnError(fault -> log.warn("{} failed and will be tried again: {}", job.name(), fault.toString()))
                .onErrorComplete()
                .then()
                .repeat()
                .then();
    }
}

package io.duban.documents;

import io.duban.support.Phone.Answer;
import java.util.concurrent.Callable;

/** A server on which many come at once may say that it is busy (503). Whoever comes again with the same key gets what he would have got, once. */
public final class BusyServer {

    private static final int MOST_CALLS = 100;

    private BusyServer() {}

    /** @param call with its own key, the same each time */
    public static Answer insist(Callable<Answer> call) throws Exception {
        var answer = call.call();
        for (int again = 1; again < MOST_CALLS && answer.status() == 503; again++) {
            Thread.sleep(100);
            answer = call.call();
        }
        return answer;
    }
}

package io.duban;

import io.duban.journey.Journey;
import io.duban.journey.Token;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Duban (督办), the backend of a district government office's mobile app; or one of the commands that call it from outside. */
@SpringBootApplication
public class DubanApplication {

    /** Reactor Netty takes four at least; on two processors the two too many only cost changes of threads. */
    private static final String EVENT_LOOPS = "reactor.netty.ioWorkerCount";

    public static void main(String[] arguments) {
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "journey" -> Journey.main(rest(arguments));
            case "token" -> Token.main(rest(arguments));
            default -> start(arguments);
        }
    }

    private static void start(String[] arguments) {
        if (System.getProperty(EVENT_LOOPS) == null) {
            System.setProperty(
                    EVENT_LOOPS, String.valueOf(Math.max(2, Runtime.getRuntime().availableProcessors())));
        }
        SpringApplication.run(DubanApplication.class, arguments);
    }

    private static String[] rest(String[] arguments) {
        return Arrays.copyOfRange(arguments, 1, arguments.length);
    }
}

package io.duban;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Duban (督办), the backend of a district government office's mobile app. */
@SpringBootApplication
public class DubanApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(DubanApplication.class, arguments);
    }
}

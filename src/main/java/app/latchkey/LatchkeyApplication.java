package app.latchkey;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Latchkey: the web application, its jobs and its machines' endpoints. */
@SpringBootApplication
public class LatchkeyApplication {

    static void main(String[] args) {
        SpringApplication.run(LatchkeyApplication.class, args);
    }
}

package app.latchkey.sync.plan;

import app.latchkey.entitlement.Person;
import java.util.Objects;

/** A customer in scope of a plan and which Salto user he is. */
public record CustomerLink(Person person, Link link) {

    public CustomerLink {
        Objects.requireNonNull(person, "person");
        Objects.requireNonNull(link, "link");
    }
}

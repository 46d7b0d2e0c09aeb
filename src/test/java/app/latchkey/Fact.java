package app.latchkey;

import app.latchkey.space.Assumption;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Something known of a partner, or known to be unknown, that a test proves of the simulated one and of our client. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Fact.All.class)
public @interface Fact {

    /** Its number: A for Salto KS, B for Nexudus. */
    String value();

    Sure sure() default Sure.SEEN;

    String says();

    /** What a deployment sets where the partner turns out to be otherwise; none where either way is handled. */
    Assumption[] setting() default {};

    /** The rule by which each space decides it, as the handbook's table of rules calls it; none where no operator chooses. */
    String rule() default "";

    /** How it is known. */
    enum Sure {
        SEEN,
        INFERRED,
        UNKNOWN
    }

    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @interface All {
        Fact[] value();
    }
}

package app.latchkey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import sandbox.scenario.Trap;

/** The traps of the partners that a test sets, and in which the obvious way would fail it. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Survives {

    Trap[] value();
}

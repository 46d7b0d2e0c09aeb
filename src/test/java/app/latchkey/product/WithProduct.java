package app.latchkey.product;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Hands the {@link RunningProduct} to whatever asks for it: constructors, tests, and what runs before and after them. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(ProductExtension.class)
public @interface WithProduct {

    /**
     * Whether the class has a product to itself, from its first test to its last. Otherwise it is the one that all such classes share, started by
     * the first and ended with the run: then a test brings its own people and leaves partners up and the others' doors alone.
     */
    boolean own() default false;

    /** What the deployment of a product of its own sets besides, each as {@code name=value}. */
    String[] settings() default {};
}

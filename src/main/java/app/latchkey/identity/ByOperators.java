package app.latchkey.identity;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.security.access.prepost.PreAuthorize;

/**
 * A deed of those who run a space: refused to everybody else, whatever page asked for it. The method's parameter {@code space} says
 * which space it is.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@PreAuthorize("@currentUser.mayOperate(#space)")
public @interface ByOperators {}

package app.latchkey.simulation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Stands between somebody and a port, and has every call go its way. */
@FunctionalInterface
public interface Between {

    /** Makes the call, with the same arguments or others, once or more often. */
    Object made(Method method, Object[] arguments) throws InvocationTargetException, IllegalAccessException;

    /** The port as it is seen through it: what fails, fails as it does without. */
    static <T> T port(Class<T> port, Between between) {
        return port.cast(Proxy.newProxyInstance(
                port.getClassLoader(), new Class<?>[] {port}, (_, method, arguments) -> {
                    try {
                        return between.made(method, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause() == null ? e : e.getCause();
                    }
                }));
    }
}

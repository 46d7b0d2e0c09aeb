package sandbox.http;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Received requests, oldest first, to be narrowed and counted. */
public record Calls(List<Call> all) {

    public Calls {
        all = List.copyOf(all);
    }

    /** Requests that mean to change something; asking for tokens and consent does not count. */
    public Calls writes() {
        return where(Call::isWrite);
    }

    public Calls reads() {
        return where(call -> !call.isWrite());
    }

    public Calls method(String method) {
        return where(call -> call.method().equals(method));
    }

    /** Requests in whose path {@code pattern} is found. */
    public Calls to(String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return where(call -> compiled.matcher(call.path()).find());
    }

    public Calls of(String partner) {
        return where(call -> call.partner().equals(partner));
    }

    public Calls answered(int status) {
        return where(call -> call.status() == status);
    }

    public Calls after(long sequence) {
        return where(call -> call.sequence() > sequence);
    }

    public Calls where(Predicate<Call> condition) {
        return new Calls(all.stream().filter(condition).toList());
    }

    public int count() {
        return all.size();
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }
}

package app.latchkey.space;

import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.Secret;
import app.latchkey.shared.Window;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Makes a value of any type that the product's repositories take. Whatever can name a row names the one that {@link AnyRow} makes: a uuid, the
 * number 1, the text x.
 */
final class AnyValue {

    private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private final Map<Type, Object> known = new HashMap<>();

    AnyValue(UUID named) {
        known.put(UUID.class, named);
        known.put(String.class, "x");
        known.put(Object.class, "x");
        known.put(int.class, 1);
        known.put(long.class, 1L);
        known.put(double.class, 1.0);
        known.put(BigDecimal.class, BigDecimal.ONE);
        known.put(boolean.class, true);
        known.put(Integer.class, 1);
        known.put(Long.class, 1L);
        known.put(Instant.class, NOW);
        known.put(Clock.class, Clock.fixed(NOW, ZoneOffset.UTC));
        known.put(Duration.class, Duration.ofMinutes(1));
        known.put(ZoneId.class, ZoneOffset.UTC);
        known.put(LocalTime.class, LocalTime.NOON);
        known.put(LocalDate.class, LocalDate.EPOCH);
        known.put(URI.class, URI.create("http://localhost/x"));
        known.put(EmailAddress.class, new EmailAddress("x@example.org"));
        known.put(Secret.class, Secret.of("x"));
        known.put(
                Vault.class,
                new Vault(List.of(Secret.of("x:" + Base64.getEncoder().encodeToString(new byte[32])))));
        known.put(Window.class, new Window(NOW, NOW.plusSeconds(60)));
    }

    /** Hands this one out wherever its type is asked for. */
    AnyValue with(Class<?> type, Object value) {
        known.put(type, value);
        return this;
    }

    Object[] all(Type... types) {
        return Arrays.stream(types).map(this::of).toArray();
    }

    private Object of(Type type) {
        Object given = known.get(type);
        if (given != null) {
            return given;
        }
        return switch (type) {
            case ParameterizedType generic -> filled((Class<?>) generic.getRawType(), generic.getActualTypeArguments());
            case WildcardType wildcard -> of(wildcard.getUpperBounds()[0]);
            case Class<?> plain -> plain(plain);
            default -> throw new IllegalStateException("No value can be made of " + type);
        };
    }

    private Object filled(Class<?> raw, Type... of) {
        if (raw == Optional.class) {
            return Optional.of(of(of[0]));
        }
        if (raw == Set.class) {
            return Set.of(of(of[0]));
        }
        if (raw == Map.class) {
            return Map.of(of(of[0]), of(of[1]));
        }
        return raw.isAssignableFrom(List.class) && Collection.class.isAssignableFrom(raw)
                ? List.of(of(of[0]))
                : plain(raw);
    }

    private Object plain(Class<?> type) {
        if (type.isArray()) {
            return array(type.getComponentType());
        }
        if (type.isEnum()) {
            return Objects.requireNonNull(type.getEnumConstants())[0];
        }
        if (type.isSealed()) {
            return of(type.getPermittedSubclasses()[0]);
        }
        return type.isInterface() ? answeringNothing(type) : made(type);
    }

    private Object array(Class<?> component) {
        Object array = Array.newInstance(component, 1);
        Array.set(array, 0, component == byte.class ? Byte.valueOf((byte) 'x') : of(component));
        return array;
    }

    private static Object answeringNothing(Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, given) -> null);
    }

    private Object made(Class<?> type) {
        Constructor<?> constructor = type.isRecord() ? canonical(type) : fewest(type);
        Object made = made(constructor);
        known.put(type, made);
        return made;
    }

    private Object made(Constructor<?> constructor) {
        try {
            constructor.setAccessible(true);
            return constructor.newInstance(all(constructor.getGenericParameterTypes()));
        } catch (ReflectiveOperationException refused) {
            throw new IllegalStateException("No value can be made by " + constructor, refused);
        }
    }

    private static Constructor<?> canonical(Class<?> record) {
        Class<?>[] types = Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            return record.getDeclaredConstructor(types);
        } catch (NoSuchMethodException never) {
            throw new IllegalStateException(never);
        }
    }

    private static Constructor<?> fewest(Class<?> type) {
        return Arrays.stream(type.getDeclaredConstructors())
                .min(java.util.Comparator.comparing(Constructor::getParameterCount))
                .orElseThrow(() -> new IllegalStateException("No value can be made of " + type));
    }
}

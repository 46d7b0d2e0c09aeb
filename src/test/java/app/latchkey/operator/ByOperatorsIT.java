package app.latchkey.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.latchkey.identity.ByOperators;
import app.latchkey.identity.Role;
import app.latchkey.identity.SignedIn;
import app.latchkey.product.RunningProduct;
import app.latchkey.product.WithProduct;
import app.latchkey.shared.AccessGroupId;
import app.latchkey.shared.AccountId;
import app.latchkey.shared.CustomerId;
import app.latchkey.shared.EmailAddress;
import app.latchkey.shared.SpaceId;
import app.latchkey.space.Scopes;
import app.latchkey.space.Space;
import app.latchkey.space.Spaces;
import app.latchkey.space.TeamRole;
import app.latchkey.space.TestSpaces;
import app.latchkey.sync.Gifts;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolderStrategy;

/** What only those who run a space may do is refused to everybody else by the service itself, whatever a page offers. */
@WithProduct
class ByOperatorsIT {

    private static final List<Class<?>> SERVICES = List.of(
            AllowPins.class,
            ChangeSettings.class,
            DecideByHand.class,
            DecideDisputes.class,
            DecidePeople.class,
            EditMatches.class,
            EndPins.class,
            GiveAccess.class,
            RunSpace.class);

    private final RunningProduct product;
    private final SecurityContextHolderStrategy security;
    private final Space space;

    ByOperatorsIT(RunningProduct product) {
        this.product = product;
        this.security = product.bean(SecurityContextHolderStrategy.class);
        this.space = aSpace();
    }

    static Stream<Method> deeds() {
        return methods().filter(method -> method.isAnnotationPresent(ByOperators.class));
    }

    @AfterEach
    void leave() {
        security.clearContext();
    }

    @ParameterizedTest
    @MethodSource("deeds")
    void isRefusedToTheFrontDesk(Method deed) {
        enter(space, TeamRole.FRONT_DESK);
        assertThatThrownBy(() -> ask(deed)).isInstanceOf(AccessDeniedException.class);
    }

    @ParameterizedTest
    @MethodSource("deeds")
    void isRefusedToWhoRunsAnotherSpace(Method deed) {
        enter(aSpace(), TeamRole.OWNER);
        assertThatThrownBy(() -> ask(deed)).isInstanceOf(AccessDeniedException.class);
    }

    @ParameterizedTest
    @MethodSource("deeds")
    void isRefusedToNobodyInParticular(Method deed) {
        assertThatThrownBy(() -> ask(deed)).isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void isAskedOfEveryService() {
        assertThat(new ClassFileImporter()
                        .importPackagesOf(ByOperatorsIT.class).stream()
                                .filter(type -> type.getMethods().stream()
                                        .anyMatch(method -> method.isAnnotatedWith(ByOperators.class)))
                                .map(JavaClass::reflect))
                .containsExactlyInAnyOrderElementsOf(SERVICES);
    }

    @Test
    void isDoneForWhoRunsTheSpace() {
        enter(space, TeamRole.OPERATOR);
        ChangeSettings settings = product.bean(ChangeSettings.class);
        settings.pause(space.id(), "ana@example.com");
        assertThat(settings.read(space.id()).paused()).isTrue();
    }

    /** A deed that is new has to be for operators, or to be named here. */
    @Test
    void everyDeedNamesItsSpaceAndOnlyReadingIsForEverybody() {
        assertThat(deeds().map(deed -> deed.getParameters()[0].getName())).containsOnly("space");
        assertThat(methods()
                        .filter(method -> !method.isAnnotationPresent(ByOperators.class))
                        .map(Method::getName))
                .containsExactlyInAnyOrder(
                        "all",
                        "count",
                        "find",
                        "read",
                        "read",
                        "faults",
                        "offered",
                        "open",
                        "earned",
                        "groups",
                        "answered",
                        "name",
                        "choices",
                        "of",
                        "latest",
                        "give");
    }

    @Test
    void theFrontDeskGivesAccessUntilTheDayIsOver() {
        Instant now = product.bean(Clock.class).instant();
        GiveAccess access = product.bean(GiveAccess.class);
        enter(space, TeamRole.FRONT_DESK);
        Instant midnight = access.latest(space);
        assertThat(midnight).isBetween(now, now.plus(Duration.ofHours(25)));
        assertThat(midnight.atZone(space.zone()).getHour()).isZero();
        assertThatThrownBy(() -> access.give(
                        space,
                        new CustomerId(1),
                        new AccessGroupId(UUID.randomUUID()),
                        midnight.plusSeconds(1),
                        "lost tag"))
                .isInstanceOf(AccessDeniedException.class);
        enter(space, TeamRole.OPERATOR);
        assertThat(access.latest(space)).isAfter(now.plus(Gifts.LONGEST).minusSeconds(60));
    }

    private static Stream<Method> methods() {
        return SERVICES.stream()
                .flatMap(service -> Arrays.stream(service.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()));
    }

    private void ask(Method deed) throws Throwable {
        Object[] arguments = Arrays.stream(deed.getParameterTypes())
                .map(type -> type == boolean.class ? Boolean.FALSE : null)
                .toArray();
        arguments[0] = space.id();
        try {
            deed.invoke(product.bean(deed.getDeclaringClass()), arguments);
        } catch (InvocationTargetException refused) {
            throw refused.getCause();
        }
    }

    private Space aSpace() {
        SpaceId id = TestSpaces.aSpace(product.database(), "desk-" + UUID.randomUUID());
        return product.bean(Scopes.class)
                .inSpace(id, () -> product.bean(Spaces.class).get(id));
    }

    private void enter(Space at, TeamRole role) {
        EmailAddress email = new EmailAddress(UUID.randomUUID() + "@example.com");
        AccountId account = product.join(at.id(), email, role);
        SignedIn user = new SignedIn(account, email, Set.of(Role.MEMBER, Role.OPERATOR), false);
        security.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
    }
}
